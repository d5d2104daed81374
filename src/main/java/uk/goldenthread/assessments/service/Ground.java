package uk.goldenthread.assessments.service;

import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.notify.Notifications;

/// What every use case stands on.
@Component
record Ground(
        UnitOfWork work, AccessPolicy policy, AssessmentRules rules, Ledger ledger, Notifications notifications) {}
