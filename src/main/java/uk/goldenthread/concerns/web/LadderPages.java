package uk.goldenthread.concerns.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.CodeSet;
import uk.goldenthread.concerns.ConcernSettings;
import uk.goldenthread.concerns.LadderDesk;
import uk.goldenthread.concerns.LadderDesk.Opened;
import uk.goldenthread.concerns.model.CompositeScore;
import uk.goldenthread.concerns.model.Ladder;
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.store.LadderStore.Review;
import uk.goldenthread.concerns.store.MoveStore.Move;
import uk.goldenthread.concerns.web.LadderPage.Event;
import uk.goldenthread.concerns.web.LadderPage.Score;
import uk.goldenthread.database.Scope;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.kernel.clocks.RunningClock;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Puts the page of one provider's ladder together.
@Component
class LadderPages {
    private final LadderDesk desk;
    private final ConcernSettings settings;
    private final RuleWords rules;
    private final List<Option> supports;

    LadderPages(LadderDesk desk, ConcernSettings settings, RuleWords rules) {
        this.desk = desk;
        this.settings = settings;
        this.rules = rules;
        this.supports = CodeSet.load().stream()
                .filter(set -> set.code().equals("SUPPORT"))
                .flatMap(set -> set.codes().stream())
                .map(code -> Option.of(code.name(), code.name()))
                .toList();
    }

    LadderPage of(Actor actor, AsAt asAt, String code, LadderForm form, FieldErrors errors) {
        var opened = desk.open(actor, asAt, code);
        var mayMove = actor.may(Permission.LADDER_MOVE) && !asAt.isPast();
        var mayPropose = actor.may(Permission.LADDER_PROPOSE) && !asAt.isPast();
        return new LadderPage(
                code,
                trail(actor, asAt, opened),
                opened.provider().name(),
                state(opened),
                facts(opened),
                actor.reachesWholeIcb() ? score(opened.score(), actor, asAt) : null,
                proposal(opened),
                timeline(opened),
                levels(opened),
                supports,
                guards(opened),
                mayMove || mayPropose ? null : may(asAt),
                mayMove,
                mayPropose,
                opened.position().state() instanceof Ladder.RapidReview,
                opened.position().settled().level() == Level.INTENSIVE,
                opened.position().version(),
                form,
                errors);
    }

    private static String may(AsAt asAt) {
        return asAt.isPast()
                ? "You are looking at the past. Go back to today to act."
                : "The designated professionals and the ICB executive lead decide on levels.";
    }

    private String state(Opened opened) {
        var settled = opened.position().settled();
        var level = settled.level();
        var words = "%s since %s. %s.".formatted(level.word(), Dates.day(settled.since()), level.meaning());
        if (!(opened.position().state() instanceof Ladder.RapidReview review)) {
            return words;
        }
        return words + " A rapid quality review was called on " + Dates.day(review.called()) + "; it is held "
                + by(settings.rapidClock(review.immediate(), review.called())) + ".";
    }

    private static List<Link> trail(Actor actor, AsAt asAt, Opened opened) {
        if (!actor.reachesWholeIcb()) {
            return actor.reach() == Scope.Reach.OWN
                    ? List.of(new Link("Our record", asAt.on("/our-record")))
                    : List.of(new Link("Home", "/"));
        }
        var provider = opened.provider();
        return List.of(
                new Link("Providers", asAt.on("/providers")),
                new Link(provider.name(), asAt.on("/providers/" + provider.code())));
    }

    /// `by 24 November 2026 (2 working days left)`.
    private String by(RunningClock clock) {
        var today = Moment.on(desk.today());
        return "by %s (%s)"
                .formatted(
                        Dates.day(clock.dueAsOf(today).date()),
                        clock.reading(today).inWords());
    }

    private List<SummaryRow> facts(Opened opened) {
        var position = opened.position();
        var facts = new ArrayList<SummaryRow>();
        var last = position.lastReview();
        facts.add(SummaryRow.of("Next review", nextReview(opened)));
        facts.add(SummaryRow.of("Last review", last == null ? "None at this level yet" : Dates.day(last)));
        if (!position.exitCriteria().isBlank()) {
            facts.add(SummaryRow.of("To step down", position.exitCriteria()));
            facts.add(SummaryRow.of("Review periods in a row that met it", opened.met() + " of " + opened.needed()));
        }
        if (position.state() instanceof Ladder.RapidReview review && review.immediate()) {
            facts.add(SummaryRow.of("Provider told", "the same day"));
            facts.add(SummaryRow.of("Confirmed in writing", by(settings.writtenClock(review.called()))));
            facts.add(SummaryRow.of("Provider's plan", by(settings.planClock(review.called()))));
        }
        return facts;
    }

    /// Nothing was decided about a provider without a stored position, so nothing can be overdue.
    private String nextReview(Opened opened) {
        var position = opened.position();
        var settled = position.settled();
        if (position.version() == 0) {
            return "At least every %d days; none is recorded here yet"
                    .formatted(settings.reviewDays(settled.level(), desk.today()));
        }
        var last = position.lastReview();
        return by(settings.reviewClock(settled.level(), last == null ? settled.since() : last));
    }

    private Score score(CompositeScore score, Actor actor, AsAt asAt) {
        var opens = actor.may(Permission.SIGNAL_VIEW);
        var rows = score.contributions().stream()
                .map(each -> List.of(
                        opens
                                ? Cell.naming(rules.name(each.rule()), asAt.on("/signals/" + each.signal()))
                                : Cell.naming(rules.name(each.rule())),
                        Cell.of(each.kpi() == null ? each.words() : rules.series(each.kpi()) + ". " + each.words()),
                        Cell.of(each.points()),
                        Cell.of(each.why())))
                .toList();
        var capped = score.sum() > score.score() ? " (the sum of %d is capped)".formatted(score.sum()) : "";
        var words = "The score is %d%s and proposes %s. It only proposes: a person decides."
                .formatted(score.score(), capped, score.proposed().word());
        return new Score(words, rows);
    }

    private static @Nullable String proposal(Opened opened) {
        return opened.moves().stream()
                .filter(move -> move.decision().equals("PROPOSED"))
                .findFirst()
                .map(move -> "%s proposes %s: %s %s"
                        .formatted(
                                move.proposedBy() == null ? "Somebody" : opened.name(move.proposedBy()),
                                word(move.to()),
                                sentence(move.words().cause()),
                                sentence(move.words().reasons())))
                .orElse(null);
    }

    private static List<Event> timeline(Opened opened) {
        record Dated(LocalDate on, int order, Event event) {}
        var found = new ArrayList<Dated>();
        for (var move : opened.moves()) {
            var on = move.decidedOn() == null ? move.proposedOn() : move.decidedOn();
            if (on != null) {
                found.add(new Dated(on, 1, new Event(Dates.day(on), what(opened, move), words(move))));
            }
        }
        for (var review : opened.reviews()) {
            found.add(
                    new Dated(review.on(), 0, new Event(Dates.day(review.on()), what(opened, review), words(review))));
        }
        return found.stream()
                .sorted(Comparator.comparing(Dated::on)
                        .thenComparingInt(Dated::order)
                        .reversed())
                .map(Dated::event)
                .toList();
    }

    private static String what(Opened opened, Move move) {
        var change = word(move.from().name()) + " to " + word(move.to());
        return switch (move.decision()) {
            case "PROPOSED" -> change + " proposed by " + who(opened, move.proposedBy());
            case "DECLINED" -> change + " declined by " + who(opened, move.decidedBy());
            default -> change + ", decided by " + who(opened, move.decidedBy());
        };
    }

    private static String who(Opened opened, @Nullable Integer account) {
        return account == null ? "somebody" : opened.name(account);
    }

    private static String words(Move move) {
        var words = new StringBuilder(
                sentence(move.words().cause()) + " " + sentence(move.words().reasons()));
        add(words, "Support", move.words().support());
        add(words, "To step down", move.words().exitCriteria());
        add(words, "Told", move.words().informed());
        add(words, "Region", move.words().region());
        return words.toString();
    }

    private static void add(StringBuilder words, String label, String text) {
        if (!text.isBlank()) {
            words.append(' ').append(label).append(": ").append(sentence(text));
        }
    }

    private static String what(Opened opened, Review review) {
        return "Reviewed at %s by %s: exit criteria %s"
                .formatted(
                        review.level().word(),
                        opened.name(review.reviewer()),
                        review.criteriaMet() ? "met" : "not met");
    }

    private static String words(Review review) {
        return sentence(review.evidence())
                + (review.nextSteps().isBlank() ? "" : " Next: " + sentence(review.nextSteps()));
    }

    private static String sentence(String text) {
        return text.isBlank() || text.strip().endsWith(".") ? text.strip() : text.strip() + ".";
    }

    private static String word(String level) {
        return level.equals("RQR")
                ? "a rapid quality review"
                : Level.valueOf(level).word();
    }

    private static List<Option> levels(Opened opened) {
        var now = opened.position().settled().level();
        var options = new ArrayList<Option>();
        now.oneStepAway().forEach(level -> options.add(Option.of(level.name(), level.word(), level.meaning())));
        return options;
    }

    private static List<String> guards(Opened opened) {
        var now = opened.position().settled().level();
        var guards = new ArrayList<String>();
        if (now == Level.ENHANCED) {
            guards.add("Moving to Intensive needs the ICB executive lead.");
        }
        if (now != Level.ROUTINE) {
            guards.add(
                    "A step down needs the ICB executive lead, and %d review periods in a row with evidence that the exit"
                                    .formatted(opened.needed())
                            + " criteria are met: there %s so far."
                                    .formatted(opened.met() == 1 ? "is 1" : "are " + opened.met()));
        }
        if (now == Level.INTENSIVE) {
            guards.add("Leaving Intensive also needs what the region said when it was consulted.");
        }
        if (now != Level.INTENSIVE) {
            guards.add("A higher level says what must be true to step down again, and who has been told.");
        }
        guards.add("A level changes one step at a time. A rapid quality review may go further.");
        return guards;
    }
}
