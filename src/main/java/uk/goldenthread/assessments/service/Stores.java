package uk.goldenthread.assessments.service;

import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.PartStore;

/// Where assessments are kept.
@Component
record Stores(AssessmentStore assessments, AssessmentWrites writes, PartStore parts) {}
