package uk.goldenthread.assessments.service;

import org.springframework.stereotype.Component;
import uk.goldenthread.access.Colleagues;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.evidence.EvidenceLibrary;

/// What other modules say beside an answer.
@Component
record Beside(Colleagues colleagues, EvidenceLibrary evidence, ActionRegister actions) {}
