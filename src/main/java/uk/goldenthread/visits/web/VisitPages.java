package uk.goldenthread.visits.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.components.Tone;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.VisitReading.Found;
import uk.goldenthread.visits.VisitReading.Whole;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitState;
import uk.goldenthread.visits.model.VisitStates;
import uk.goldenthread.visits.store.VisitStore;

/// Words what is known of a visit for its page.
@Component
class VisitPages {
    private final VisitReading reading;

    VisitPages(VisitReading reading) {
        this.reading = reading;
    }

    VisitPage page(Actor actor, AsAt asAt, long id, Map<String, String> typed, FieldErrors errors) {
        var whole = reading.whole(actor, asAt, id);
        var visit = whole.visit();
        var due = whole.due();
        var can = asAt.isPast() ? Set.<String>of() : can(actor, whole);
        var on = DateParts.typed(typed, "on");
        var reads = actor.reachesWholeIcb() || visit.happened().sent() != null;
        return new VisitPage(
                id,
                visit.purpose(),
                visit.organisationName(),
                VisitSentences.state(whole),
                due == null
                        ? null
                        : "%s %s %s."
                                .formatted(
                                        due.what(),
                                        whole.day().isAfter(due.by()) ? "was due on" : "is due by",
                                        Dates.day(due.by())),
                actor.may(Permission.VISIT_RECORD) ? whole.waits() : null,
                can,
                visit.state() instanceof VisitState.WithActions,
                on.isBlank() ? DateParts.of(whole.possible()) : on,
                facts(whole),
                beside(whole, asAt),
                whole.again().stream().map(each -> again(whole, each, asAt)).toList(),
                reads ? visit.happened().summary() : "",
                whole.findings().stream()
                        .map(each -> finding(actor, asAt, whole, each))
                        .toList(),
                whole.comments().stream().map(VisitPages::comment).toList(),
                whole.steps().stream().map(VisitPages::step).toList(),
                choices(),
                typed,
                errors,
                asAt.on(""));
    }

    private static VisitPage.Step step(VisitStore.Step step) {
        return new VisitPage.Step(
                "%s, %s".formatted(VisitSentences.step(step.step()), step.byName()),
                Dates.moment(step.at()),
                step.words());
    }

    private VisitPage.Choices choices() {
        return new VisitPage.Choices(
                Arrays.stream(Grade.values())
                        .map(grade -> Option.of(grade.name(), grade.words()))
                        .toList(),
                VisitTopics.all(reading.template()));
    }

    private static Set<String> can(Actor actor, Whole whole) {
        var can = new HashSet<String>();
        var visit = whole.visit();
        var plans = actor.may(Permission.VISIT_PLAN);
        var records = actor.may(Permission.VISIT_RECORD);
        if (records && Visits.recording(visit)) {
            can.addAll(List.of("record", "find"));
        }
        add(can, plans && mayBeFollowed(whole), "follow-up");
        switch (visit.state()) {
            case VisitState.Planned _ -> add(can, plans, "confirm", "cancel");
            case VisitState.Confirmed _ -> {
                add(can, records, "carried-out");
                add(can, plans, "cancel");
            }
            case VisitState.CarriedOut _ -> add(can, records, "draft");
            case VisitState.DraftReport _ -> add(can, records, "send");
            case VisitState.FactualAccuracy _ -> {
                add(can, records, "decide");
                add(can, records && whole.waits() == null, "finish");
                add(
                        can,
                        actor.may(Permission.VISIT_RESPOND)
                                && actor.organisation() == visit.organisation()
                                && visit.happened().answered() == null,
                        "comment");
            }
            case VisitState.Final _, VisitState.WithActions _ -> add(can, records && whole.waits() == null, "go-on");
            case VisitState.FollowUp _ -> add(can, records, "close");
            case VisitState.Closed _, VisitState.Cancelled _ -> {
                // nothing follows
            }
        }
        return can;
    }

    private static boolean mayBeFollowed(Whole whole) {
        return whole.visit().isReported()
                && whole.beside().stream()
                        .noneMatch(each ->
                                Objects.equals(each.follows(), whole.visit().id())
                                        && !(each.state() instanceof VisitState.Cancelled));
    }

    private static List<VisitPage.Beside> beside(Whole whole, AsAt asAt) {
        return whole.beside().stream()
                .map(each -> new VisitPage.Beside(
                        "%s the visit of %s: %s (%s)"
                                .formatted(
                                        Objects.equals(
                                                        each.follows(),
                                                        whole.visit().id())
                                                ? "Followed by"
                                                : "Follows",
                                        Dates.day(each.day()),
                                        each.purpose(),
                                        VisitStates.words(each.state()).toLowerCase(Locale.UK)),
                        asAt.on("/visits/" + each.id())))
                .toList();
    }

    private static VisitPage.Again again(Whole whole, Found found, AsAt asAt) {
        var finding = found.finding();
        var actions = found.actions();
        var done = actions.stream().filter(ActionSummary::done).count();
        var seen = whole.answers().get(finding.again());
        return new VisitPage.Again(
                finding.grade().words(),
                tone(finding.grade()).name(),
                finding.words(),
                asAt.on("/visits/%d".formatted(finding.visit())) + "#finding-" + finding.id(),
                (actions.isEmpty()
                                ? "No action was asked for."
                                : "%d of %d %s verified."
                                        .formatted(
                                                done,
                                                actions.size(),
                                                actions.size() == 1 ? "action is" : "actions are"))
                        + (seen == null || seen.score().isEmpty()
                                ? ""
                                : " Now: "
                                        + RecordController.words(seen.score()).toLowerCase(Locale.UK) + "."));
    }

    private static void add(Set<String> can, boolean may, String... forms) {
        if (may) {
            can.addAll(List.of(forms));
        }
    }

    private static List<SummaryRow> facts(Whole whole) {
        var visit = whole.visit();
        var sampled = visit.happened().sampled();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Kind", visit.kind().words()));
        facts.add(SummaryRow.of("Led by", visit.leadName()));
        if (!visit.why().isEmpty()) {
            facts.add(SummaryRow.of("Why this provider", visit.why()));
        }
        if (sampled.staff() != null && sampled.records() != null) {
            facts.add(SummaryRow.of(
                    "Sample",
                    "%d staff spoken to, %d records looked at%s"
                            .formatted(
                                    sampled.staff(),
                                    sampled.records(),
                                    sampled.reason().isEmpty() ? "" : ": " + sampled.reason())));
        }
        return facts;
    }

    private VisitPage.Finding finding(Actor actor, AsAt asAt, Whole whole, Found found) {
        var finding = found.finding();
        var written = finding.grade() == Grade.IMMEDIATE && finding.stands() && finding.writtenAt() == null;
        var own = actor.organisation() == whole.visit().organisation() && actor.may(Permission.ACTION_WORK);
        var acts = !asAt.isPast()
                && finding.stands()
                && finding.grade().needsAction()
                && (own || actor.may(Permission.ACTION_PROPOSE));
        return new VisitPage.Finding(
                finding.id(),
                finding.grade().words(),
                tone(finding.grade()).name(),
                VisitTopics.words(reading.template(), finding.about()),
                finding.words(),
                finding.stands() ? clock(found) : null,
                finding.withdrawnWhy(),
                written && !asAt.isPast() && actor.may(Permission.VISIT_RECORD),
                acts
                        ? "/actions/new?for=finding/%d&back=/visits/%d"
                                .formatted(finding.id(), whole.visit().id())
                        : null,
                found.actions());
    }

    private static @Nullable String clock(Found found) {
        var finding = found.finding();
        var told = finding.toldAt();
        if (told == null) {
            return null;
        }
        var written = finding.writtenAt();
        return "%s was told on %s; %s; the provider's plan is due by %s."
                .formatted(
                        finding.toldTo(),
                        Dates.moment(told),
                        written == null
                                ? "to be confirmed in writing by "
                                        + Dates.day(Objects.requireNonNull(found.writtenBy()))
                                : "confirmed in writing on " + Dates.day(written),
                        Dates.day(Objects.requireNonNull(found.planBy())));
    }

    private static Tone tone(Grade grade) {
        return switch (grade) {
            case GOOD_PRACTICE -> Tone.GREEN;
            case NO_CONCERN -> Tone.GREY;
            case IMPROVEMENT -> Tone.YELLOW;
            case SIGNIFICANT -> Tone.ORANGE;
            case IMMEDIATE -> Tone.RED;
        };
    }

    private static VisitPage.Comment comment(Visit.Comment it) {
        var taken = it.taken();
        return new VisitPage.Comment(
                it.id(),
                it.words(),
                "%s, %s".formatted(it.byName(), Dates.moment(it.at())),
                taken == null
                        ? null
                        : (taken ? "Taken" : "Not taken") + (it.reply().isEmpty() ? "" : ": " + it.reply()));
    }
}
