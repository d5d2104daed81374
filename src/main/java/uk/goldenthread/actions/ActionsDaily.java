package uk.goldenthread.actions;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Escalation;
import uk.goldenthread.actions.model.Escalation.Rung;
import uk.goldenthread.actions.model.Recurrence;
import uk.goldenthread.actions.store.ActionWorkStore;
import uk.goldenthread.actions.store.ActionWorkStore.Waiting;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.notify.Telling;
import uk.goldenthread.shell.view.Dates;

/// Each day opens what comes again, and tells people what the ladder says they are told: the owner
/// before the date and after it, then the executive lead, then the ICB. The early warning after the
/// last rung (W08) is raised elsewhere.
@Component
class ActionsDaily implements DailyJob {
    /// The most of one action that a day opens, after the system was down for long.
    private static final int OCCURRENCES = 60;

    private final ActionWorkStore store;
    private final ActionWrites writes;
    private final ActionRules rules;
    private final Notifications notifications;
    private final UnitOfWork work;
    private final Story story;

    ActionsDaily(
            ActionWorkStore store,
            ActionWrites writes,
            ActionRules rules,
            Notifications notifications,
            UnitOfWork work,
            Story story) {
        this.store = store;
        this.writes = writes;
        this.rules = rules;
        this.notifications = notifications;
        this.work = work;
        this.story = story;
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public void run(int icb, LocalDate today) {
        work.write(Scope.jobFor(icb), () -> {
            comeAgain(icb, today);
            var limits = rules.limits(today);
            var owed = store.owedBefore(icb, today.plusDays(limits.escalation().before() + 1L)).stream()
                    .flatMap(each -> Escalation.reached(each.due(), today, limits.escalation()).stream()
                            .map(rung -> new Telling(addressee(icb, each, rung), message(each, rung))));
            notifications.tellAll(Stream.concat(owed, unanswered(icb, today)).toList());
            return true;
        });
    }

    /// Opens the next of each recurring action on the day the last was due; several when days were
    /// missed.
    private void comeAgain(int icb, LocalDate today) {
        for (var round = 0; round < OCCURRENCES; round++) {
            var due = store.toComeAgain(icb, today);
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::open);
        }
    }

    private void open(Action last) {
        var months = Objects.requireNonNull(last.timing().everyMonths());
        var next = new Recurrence(months, last.timing().firstDue())
                .after(last.timing().original());
        var accepted = last.owner() != null;
        var by = story.system();
        var action = new ActionWrites.New(
                last.icb(),
                last.organisation(),
                last.plan(),
                last.owner(),
                accepted ? new ActionState.Open() : new ActionState.Proposed(),
                next,
                months,
                last.timing().firstDue(),
                last.id());
        writes.add(action, by).ifPresent(id -> {
            writes.sources(id, last.icb(), last.organisation(), java.util.List.of(ActionEvidence.reference(last.id())));
            writes.step(id, last.icb(), last.organisation(), by, "REPEATED", "Comes again after action " + last.id());
            story.announce(last.icb(), last.organisation(), id, "REPEATED", java.util.Map.of("follows", last.id()));
        });
    }

    private static Addressee addressee(int icb, Waiting owed, Rung rung) {
        return switch (rung) {
            case REMINDER, OWNER -> toOwner(owed);
            case EXECUTIVE ->
                new Addressee.Holders(
                        owed.organisation(), owed.kind().equals("GP") ? "PRACTICE_LEAD" : "PROVIDER_EXECUTIVE_LEAD");
            case ICB -> new Addressee.Holders(icb, "DESIGNATED_NURSE");
        };
    }

    private static Addressee toOwner(Waiting owed) {
        return owed.owner() == null
                ? new Addressee.Holders(
                        owed.organisation(), owed.kind().equals("GP") ? "PRACTICE_LEAD" : "PROVIDER_NAMED_PROFESSIONAL")
                : new Addressee.Person(owed.organisation(), owed.owner());
    }

    private static Message message(Waiting owed, Rung rung) {
        var sentence = rung == Rung.REMINDER
                ? "%s: “%s” is due on %s.".formatted(owed.name(), owed.title(), Dates.day(owed.due()))
                : "%s: “%s” was due on %s and is not done.".formatted(owed.name(), owed.title(), Dates.day(owed.due()));
        return new Message(
                rung == Rung.REMINDER ? "ACTION_DUE" : "ACTION_OVERDUE",
                sentence,
                "/actions/" + owed.id(),
                "action/%d/%s/%s".formatted(owed.id(), rung, owed.due()),
                rung != Rung.REMINDER);
    }

    private Stream<Telling> unanswered(int icb, LocalDate today) {
        return store.unansweredSince(icb, today.atStartOfDay(Dates.LONDON).toInstant()).stream()
                .filter(waiting -> today.isAfter(acceptBy(waiting)))
                .map(waiting -> new Telling(
                        toOwner(waiting),
                        new Message(
                                "ACTION_UNANSWERED",
                                "%s: “%s” was proposed and should have been accepted or declined by %s."
                                        .formatted(waiting.name(), waiting.title(), Dates.day(acceptBy(waiting))),
                                "/actions/" + waiting.id(),
                                "action/%d/unanswered".formatted(waiting.id()),
                                false)));
    }

    private LocalDate acceptBy(Waiting waiting) {
        return rules.acceptBy(ActionRules.day(waiting.proposedAt()));
    }
}
