package uk.goldenthread.assessments.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.assessments.store.States;
import uk.goldenthread.assessments.store.StoryStore;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Task;
import uk.goldenthread.shell.components.Tone;
import uk.goldenthread.shell.forms.SentBack;
import uk.goldenthread.shell.view.Dates;

/// Makes an assessment's pages for the person who looks.
@Component
class AssessmentPages {
    /// In place of a standard's code: every question on one page.
    static final String ALL = "all";

    private final Reading reading;
    private final AssessmentRules rules;

    AssessmentPages(Reading reading, AssessmentRules rules) {
        this.reading = reading;
        this.rules = rules;
    }

    Reading.Whole whole(Actor actor, AsAt asAt, long id) {
        return reading.whole(actor, asAt, id);
    }

    LocalDate today() {
        return rules.today();
    }

    AssessmentPage page(Actor actor, AsAt asAt, long id, FieldErrors errors) {
        var whole = whole(actor, asAt, id);
        var header = whole.header();
        var can = can(actor, asAt, whole);
        var before = whole.before();
        var carry = can.answer()
                && can.whole()
                && before != null
                && header.progress().carried() == 0;
        return new AssessmentPage(
                id,
                header.round().name(),
                header.organisationName(),
                sentence(whole),
                Words.progress(header.progress()),
                can.answer() ? null : locked(whole, can, asAt),
                whole.from() == null ? null : whole.from().words(),
                whole.from() == null ? List.of() : whole.from().all(),
                can,
                carry && before != null ? before.round().name() : null,
                can.answer() ? toConfirm(whole) : 0,
                can.answer() && can.whole() ? fill(whole) : List.of(),
                NextQuestion.of(whole),
                header.progress().isComplete() && whole.missing().isEmpty(),
                tasks(whole, asAt),
                ScoreRows.of(whole),
                whole.steps().stream().map(AssessmentPages::step).toList(),
                errors,
                asAt.isPast() ? "?asAt=" + asAt.instant() : "");
    }

    private static int toConfirm(Reading.Whole whole) {
        return (int) whole.given().answers().values().stream()
                .filter(answer -> answer.isToConfirm())
                .count();
    }

    private static List<Link> fill(Reading.Whole whole) {
        return whole.sources().stream()
                .map(source -> new Link(
                        "Fill from " + source.round().name(),
                        "/assessments/%d/fill/%d".formatted(whole.header().id(), source.id())))
                .toList();
    }

    static AssessmentPage.Can can(Actor actor, AsAt asAt, Reading.Whole whole) {
        var header = whole.header();
        var own = actor.organisation() == header.organisation() && !asAt.isPast();
        var answer = own && whole.locked().isEmpty() && actor.may(Permission.ASSESSMENT_ANSWER);
        var lead = header.lead();
        var waiting = header.state() instanceof AssessmentState.WithApprover;
        return new AssessmentPage.Can(
                answer,
                answer && !header.light() && (lead == null || lead == actor.account()),
                answer && !whole.apart(),
                own && waiting && actor.may(Permission.ASSESSMENT_ANSWER),
                own
                        && header.state() instanceof AssessmentState.WithApprover(int approver)
                        && approver == actor.account()
                        && actor.may(Permission.ASSESSMENT_SIGN_OFF),
                header.light(),
                !whole.apart(),
                header.state().isHandedIn() && !whole.apart(),
                !asAt.isPast() && !header.state().isHandedIn() && actor.may(Permission.ROUND_MANAGE),
                own && header.submittedAt() != null && actor.may(Permission.ASSESSMENT_SIGN_OFF));
    }

    private @Nullable String locked(Reading.Whole whole, AssessmentPage.Can can, AsAt asAt) {
        if (asAt.isPast() || can.sign()) {
            return null;
        }
        if (whole.header().state() instanceof AssessmentState.WithApprover) {
            return "%s was named to sign it for the board."
                    .formatted(whole.name(whole.header().approver()));
        }
        return whole.locked().isEmpty()
                ? "The organisation's named professional answers it."
                : whole.locked().getFirst().message();
    }

    private String sentence(Reading.Whole whole) {
        var header = whole.header();
        var state = States.name(header.state());
        var parts = new ArrayList<String>();
        parts.add(Words.state(state));
        parts.add("due " + Dates.day(header.dueOn()));
        var at = header.submittedAt();
        var late = Words.late(
                state, header.dueOn(), at == null ? null : LocalDate.ofInstant(at, Dates.LONDON), rules.today());
        if (late != null) {
            parts.add(late);
        }
        if (at != null) {
            parts.add("signed for the board by %s on %s".formatted(signedBy(whole), Dates.day(at)));
        }
        return String.join("; ", parts) + ".";
    }

    /// By the name they had then.
    private static String signedBy(Reading.Whole whole) {
        return whole.steps().stream()
                .filter(step -> step.step().equals("SUBMITTED"))
                .reduce((_, later) -> later)
                .map(StoryStore.Step::byName)
                .orElseGet(() -> whole.name(whole.header().submittedBy()));
    }

    private static List<Task> tasks(Reading.Whole whole, AsAt asAt) {
        return seen(whole).map(standard -> task(whole, standard, asAt)).toList();
    }

    /// The standards this person sees.
    static Stream<Standard> seen(Reading.Whole whole) {
        return whole.given().asked().edition().standards().stream()
                .filter(standard -> standard.criteria().stream()
                        .anyMatch(criterion -> whole.given().answers().containsKey(criterion.code())));
    }

    private static Task task(Reading.Whole whole, Standard standard, AsAt asAt) {
        var answers = questions(whole, standard)
                .map(question -> whole.given().answer(question.code()))
                .toList();
        var open = answers.stream()
                .filter(answer -> answer.value().isEmpty() && !answer.isToConfirm())
                .count();
        var confirm = answers.stream().filter(answer -> answer.isToConfirm()).count();
        var missing = whole.missing().stream()
                .anyMatch(reason ->
                        answers.stream().anyMatch(answer -> reason.field().startsWith(answer.code() + ".")));
        var title = standard.code() + " " + standard.name();
        var href =
                asAt.on("/assessments/%d/standards/%s".formatted(whole.header().id(), standard.code()));
        var hint = part(whole, standard);
        if (open == 0 && confirm == 0 && !missing) {
            return hinted(Task.completed(title, href), hint);
        }
        var status = confirm > 0
                ? confirm + " to confirm"
                : open == answers.size() ? "Not started" : open > 0 ? open + " to answer" : "Needs something";
        var tone = confirm > 0 ? Tone.PURPLE : open > 0 ? Tone.BLUE : Tone.ORANGE;
        return hinted(Task.open(title, href, status, tone), hint);
    }

    private static Task hinted(Task task, @Nullable String hint) {
        return hint == null ? task : task.withHint(hint);
    }

    private static @Nullable String part(Reading.Whole whole, Standard standard) {
        return whole.parts().stream()
                .filter(part -> part.isApart() && part.standards().contains(standard.code()))
                .findFirst()
                .map(part -> "With %s, due %s".formatted(whole.name(part.account()), Dates.day(part.dueOn())))
                .orElse(null);
    }

    static Stream<Question> questions(Reading.Whole whole, Standard standard) {
        return standard.criteria().stream()
                .flatMap(Criterion::all)
                .filter(question -> whole.given().shown().contains(question.code()))
                .filter(question -> whole.given().answers().containsKey(question.code()));
    }

    private static AssessmentPage.Step step(StoryStore.Step step) {
        return new AssessmentPage.Step(
                Dates.moment(step.at()), step.byName() + " " + Words.step(step.step()), step.words());
    }

    /// The questions of one standard, or of all.
    ///
    /// @throws HiddenException when there is no such standard for this person
    LinesPage lines(Actor actor, AsAt asAt, long id, String code, SentBack refused) {
        var whole = whole(actor, asAt, id);
        var header = whole.header();
        var can = can(actor, asAt, whole);
        var standards = seen(whole)
                .filter(each -> code.equals(ALL) || each.code().equals(code))
                .toList();
        if (standards.isEmpty()) {
            throw new HiddenException();
        }
        var address = "/assessments/%d/standards/%s".formatted(id, code);
        var lines = new Lines(actor, rules.today(), whole, can.answer(), address, refused.typed());
        var first = standards.getFirst();
        var shown = standards.stream()
                .flatMap(standard -> questions(whole, standard))
                .map(lines::line)
                .toList();
        return new LinesPage(
                id,
                refused.version(header.version()),
                code.equals(ALL) ? header.round().name() : first.code() + " " + first.name(),
                code.equals(ALL)
                        ? header.organisationName()
                        : header.organisationName() + ", " + header.round().name(),
                address,
                asAt.on("/assessments/" + id),
                header.round().name(),
                can.answer(),
                can.answer() ? null : locked(whole, can, asAt),
                header.light(),
                shown,
                refused.errors(),
                asAt.isPast() ? "?asAt=" + asAt.instant() : "",
                can.answer() ? refused.fields().shownAgain(now(whole, shown)) : Map.of());
    }

    /// What the fields of the form hold by now.
    static Map<String, String> now(Reading.Whole whole, List<LinesPage.Line> shown) {
        var now = new LinkedHashMap<String, String>();
        for (var line : shown) {
            var answer = whole.given().answer(line.code());
            now.put(line.code() + ".value", answer.value());
            now.put(line.code() + ".words", answer.words());
            now.put(line.code() + ".reason", answer.reason());
        }
        return now;
    }

    /// The standard that holds a question.
    static String standardOf(AssessmentHeader header, Reading.Given given, String code) {
        if (header.light()) {
            return ALL;
        }
        return given.asked().edition().standards().stream()
                .filter(standard -> standard.criteria().stream()
                        .flatMap(Criterion::all)
                        .anyMatch(question -> question.code().equals(code)))
                .map(Standard::code)
                .findFirst()
                .orElseThrow(HiddenException::new);
    }
}
