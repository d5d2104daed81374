package uk.goldenthread.assessments.service;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.Reminders;
import uk.goldenthread.assessments.store.WorkStore;
import uk.goldenthread.assessments.store.WorkStore.Waiting;
import uk.goldenthread.database.Scope;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.notify.Message;
import uk.goldenthread.shell.view.Dates;

/// Each day reminds people of the assessments that have not come in (BR-ASM-1): who answers from before the
/// due date, the
/// executive lead from the second step after it, the ICB's designated nurses at the last.
@Component
class AssessmentsDaily implements DailyJob {
    private static final int LAST = 1;
    private static final int LAST_BUT_ONE = 2;

    private final WorkStore store;
    private final Ground ground;

    AssessmentsDaily(WorkStore store, Ground ground) {
        this.store = store;
        this.ground = ground;
    }

    @Override
    public String name() {
        return "assessments";
    }

    @Override
    public void run(int icb, LocalDate today) {
        ground.work().write(Scope.jobFor(icb), () -> {
            for (var waiting : store.unsubmitted(icb, today)) {
                var reminders = ground.rules().reminders(waiting.dueOn());
                reminders.reached(today).ifPresent(step -> tell(icb, waiting, step, reminders.steps()));
            }
            return true;
        });
    }

    private void tell(int icb, Waiting waiting, Reminders.Step step, List<Reminders.Step> all) {
        var left = all.size() - all.indexOf(step);
        var late = step.workingDays() > 0;
        tell(waiting.organisation(), answers(waiting), waiting, step, late);
        if (late && left <= LAST_BUT_ONE && !waiting.kind().equals("GP")) {
            tell(waiting.organisation(), "PROVIDER_EXECUTIVE_LEAD", waiting, step, true);
        }
        if (late && left == LAST) {
            tell(icb, "DESIGNATED_NURSE", waiting, step, false);
        }
    }

    private static String answers(Waiting waiting) {
        return waiting.kind().equals("GP") ? "PRACTICE_LEAD" : "PROVIDER_NAMED_PROFESSIONAL";
    }

    private void tell(int organisation, String role, Waiting waiting, Reminders.Step step, boolean atOnce) {
        var sentence = step.workingDays() > 0
                ? "%s: %s was due on %s and has not been handed in."
                        .formatted(waiting.name(), waiting.round(), Dates.day(waiting.dueOn()))
                : "%s: %s is due on %s.".formatted(waiting.name(), waiting.round(), Dates.day(waiting.dueOn()));
        ground.notifications()
                .tell(
                        new Addressee.Holders(organisation, role),
                        new Message(
                                step.workingDays() > 0 ? "ASSESSMENT_LATE" : "ASSESSMENT_DUE",
                                sentence,
                                "/assessments/" + waiting.id(),
                                "assessment/%d/due/%s/%d".formatted(waiting.id(), waiting.dueOn(), step.workingDays()),
                                atOnce));
    }
}
