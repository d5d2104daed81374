package uk.goldenthread.returns;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.notify.Telling;
import uk.goldenthread.returns.model.Lateness.Rung;
import uk.goldenthread.returns.store.ReturnWorkStore;
import uk.goldenthread.shell.view.Dates;

/// Each day opens the returns of the period that ended, and tells people what the late ladder says they are
/// told
/// (BR-KPI-2). The early-warning rung raises a signal elsewhere, from the published view.
@Component
class ReturnsDaily implements DailyJob {
    private final ReturnOpening opening;
    private final ReturnWorkStore store;
    private final ReturnRules rules;
    private final Notifications notifications;
    private final UnitOfWork work;

    ReturnsDaily(
            ReturnOpening opening,
            ReturnWorkStore store,
            ReturnRules rules,
            Notifications notifications,
            UnitOfWork work) {
        this.opening = opening;
        this.store = store;
        this.rules = rules;
        this.notifications = notifications;
        this.work = work;
    }

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public void run(int icb, LocalDate today) {
        opening.openDueReturns(icb, today);
        work.write(Scope.jobFor(icb), () -> {
            notifications.tellAll(store.unsubmittedDueBefore(icb, today).stream()
                    .flatMap(late -> rules.lateness(late.dueOn()).reached(today).stream()
                            .flatMap(step -> tellings(icb, late, step.rung())))
                    .toList());
            return true;
        });
    }

    private static Stream<Telling> tellings(int icb, ReturnWorkStore.Waiting late, Rung rung) {
        var enters = late.kind().equals("GP") ? "PRACTICE_LEAD" : "PROVIDER_NAMED_PROFESSIONAL";
        return switch (rung) {
            case REMINDER, NAMED_PROFESSIONAL -> Stream.of(telling(late.organisation(), enters, late, rung));
            case EXECUTIVE ->
                Stream.of(
                        telling(late.organisation(), "PROVIDER_EXECUTIVE_LEAD", late, rung),
                        telling(icb, "CONTRACT_MANAGER", late, rung));
            case EARLY_WARNING -> Stream.of(); // the signal itself tells the designated professionals
        };
    }

    private static Telling telling(int organisation, String role, ReturnWorkStore.Waiting late, Rung rung) {
        var sentence = "%s: the return for %s was due on %s and has not been submitted."
                .formatted(late.name(), late.period().label(), Dates.day(late.dueOn()));
        return new Telling(
                new Addressee.Holders(organisation, role),
                new Message(
                        "RETURN_LATE",
                        sentence,
                        "/returns/" + late.id(),
                        "return/%d/late/%s".formatted(late.id(), rung),
                        rung != Rung.REMINDER));
    }
}
