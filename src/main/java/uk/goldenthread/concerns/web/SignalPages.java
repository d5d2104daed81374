package uk.goldenthread.concerns.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.ConcernSettings;
import uk.goldenthread.concerns.SignalDesk;
import uk.goldenthread.concerns.SignalDesk.Opened;
import uk.goldenthread.concerns.store.SignalStore.Stored;
import uk.goldenthread.concerns.web.SignalPage.Event;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Puts the page of one signal together.
@Component
class SignalPages {
    private final SignalDesk desk;
    private final SignalChart charts;
    private final RuleWords rules;
    private final ConcernSettings settings;
    private final UnitOfWork work;

    SignalPages(SignalDesk desk, SignalChart charts, RuleWords rules, ConcernSettings settings, UnitOfWork work) {
        this.desk = desk;
        this.charts = charts;
        this.rules = rules;
        this.settings = settings;
        this.work = work;
    }

    SignalPage of(Actor actor, AsAt asAt, long id, TriageForm form, FieldErrors errors) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var opened = desk.open(actor, asAt, id);
            var signal = opened.signal();
            return new SignalPage(
                    id,
                    rules.series(signal.series()) + ": " + lower(rules.name(signal.rule())),
                    opened.provider().name(),
                    state(opened),
                    signal.words() + (signal.provisional() ? " The latest value is provisional." : ""),
                    chart(opened),
                    facts(opened, asAt),
                    rules.looksFor(signal.rule()),
                    rules.falseAlarms(signal.rule()),
                    may(actor, asAt),
                    signal.state().equals("RAISED"),
                    signal.state().equals("TRIAGED"),
                    signal.state().equals("CLOSED"),
                    signal.version(),
                    story(opened),
                    choices(),
                    form,
                    errors);
        });
    }

    private static @Nullable String may(Actor actor, AsAt asAt) {
        if (asAt.isPast()) {
            return "You are looking at the past. Go back to today to act on this signal.";
        }
        return actor.may(Permission.SIGNAL_TRIAGE)
                ? null
                : "The designated nurse or the designated professional for adults acts on signals.";
    }

    private String state(Opened opened) {
        var signal = opened.signal();
        return switch (signal.state()) {
            case "RAISED" -> raised(signal);
            case "ACKNOWLEDGED" ->
                "Acknowledged by %s. What is done about it is still to be decided."
                        .formatted(who(opened, signal.acknowledgedBy()));
            case "TRIAGED" ->
                SignalsController.triaged(signal.triage()) + ", as " + who(opened, signal.triagedBy()) + " decided.";
            default -> "Closed" + (signal.closedWhy() == null ? "." : ": " + signal.closedWhy());
        };
    }

    private String raised(Stored signal) {
        if (!signal.escalates()) {
            return "For information only: it rests on so few points that nobody has to acknowledge it.";
        }
        var clock = settings.acknowledgeClock(signal.raisedOn());
        var reading = clock.reading(Moment.on(desk.today()));
        var due = Dates.day(clock.dueAsOf(Moment.on(desk.today())).date());
        return reading.isOverdue()
                ? "Escalated to the executive lead: nobody acknowledged it by %s (%s)."
                        .formatted(due, reading.inWords())
                : "Raised on %s; a named person acknowledges it by %s (%s)."
                        .formatted(Dates.day(signal.raisedOn()), due, reading.inWords());
    }

    private static String who(Opened opened, @Nullable Integer account) {
        return account == null ? "Golden Thread" : opened.name(account);
    }

    private @Nullable Chart chart(Opened opened) {
        var signal = opened.signal();
        if (signal.kpi() == null) {
            return null;
        }
        var key = new SeriesKey(signal.icb(), signal.organisation(), signal.kpi());
        var finding = rules.series(signal.series()) + " at " + opened.provider().name() + ": "
                + lower(rules.name(signal.rule()));
        return charts.draw(key, finding).orElse(null);
    }

    private List<SummaryRow> facts(Opened opened, AsAt asAt) {
        var signal = opened.signal();
        var past = asAt.instant() == null ? "" : "?asAt=" + asAt.instant();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of(
                "Provider",
                opened.provider().name(),
                new Link("Level of oversight", "/providers/" + opened.provider().code() + "/ladder" + past)));
        facts.add(SummaryRow.of(
                "Periods",
                Period.parse(signal.firstPeriod()).label()
                        + (signal.firstPeriod().equals(signal.lastPeriod())
                                ? ""
                                : " to " + Period.parse(signal.lastPeriod()).label())));
        facts.add(SummaryRow.of("Raised", Dates.day(signal.raisedOn())));
        facts.add(SummaryRow.of(
                "Is it still so?",
                signal.endedOn() == null
                        ? "Yes, as far as is known today"
                        : "No, it ended on " + Dates.day(signal.endedOn())));
        return facts;
    }

    private static List<Event> story(Opened opened) {
        record Dated(java.time.LocalDate on, Event event) {}
        var signal = opened.signal();
        var story = new ArrayList<Dated>();
        story.add(new Dated(signal.raisedOn(), new Event(Dates.day(signal.raisedOn()), "Raised by Golden Thread", "")));
        opened.notes()
                .forEach(note -> story.add(new Dated(
                        note.on(),
                        new Event(
                                Dates.day(note.on()),
                                act(note.act()) + " by " + opened.name(note.author()),
                                note.text()))));
        opened.questions().stream()
                .filter(question -> question.answeredOn() != null && question.answer() != null)
                .forEach(question -> story.add(new Dated(
                        question.answeredOn(),
                        new Event(
                                Dates.day(question.answeredOn()),
                                "Answered by the provider",
                                String.valueOf(question.answer())))));
        if (signal.closedBy() == null && signal.closedOn() != null && signal.closedWhy() != null) {
            story.add(new Dated(
                    signal.closedOn(),
                    new Event(Dates.day(signal.closedOn()), "Closed by Golden Thread", signal.closedWhy())));
        }
        return story.stream()
                .sorted(Comparator.comparing(Dated::on))
                .map(Dated::event)
                .toList();
    }

    private static String act(String act) {
        return switch (act) {
            case "ACKNOWLEDGED" -> "Acknowledged";
            case "ASKED" -> "Provider asked";
            case "LINKED" -> "Linked to a visit or action";
            case "WATCHED" -> "Left to be watched";
            case "DISMISSED" -> "Dismissed";
            case "CLOSED" -> "Closed";
            default -> "Noted";
        };
    }

    private static List<Option> choices() {
        return List.of(
                Option.of(
                        "ASK",
                        "Ask the provider",
                        "Your question goes to the provider, and its answer comes back to this page"),
                Option.of("LINK", "Link to a visit or action", "The visit or action deals with it; give its reference"),
                Option.of("WATCH", "Watch for another period", "The signal stays open, with your note"),
                Option.of(
                        "DISMISS",
                        "Dismiss",
                        "The signal closes with your reason, and no longer counts in the provider's score"));
    }

    static String lower(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
