package uk.goldenthread.assessments.moderation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.moderation.Judging.Whole;
import uk.goldenthread.assessments.moderation.SideBySide;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.forms.SentBack;

/// Makes the side by side pages: one standard, or one criterion for a panel.
@Component
class ModeratePages {
    private final SideBySide sides;

    ModeratePages(SideBySide sides) {
        this.sides = sides;
    }

    /// One standard.
    ///
    /// @throws HiddenException when it has none of that code for this person
    ModeratePage standard(Actor actor, AsAt asAt, long id, String code, SentBack refused) {
        var overview = sides.overview(actor, asAt, id).whole();
        var standards = standards(overview);
        var standard = standards.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(HiddenException::new);
        var side = sides.side(actor, asAt, id, criterion -> holds(standard, criterion));
        var address = "/assessments/%d/moderate/%s".formatted(id, code);
        var at = standards.indexOf(standard);
        var place = new Place(
                standard.code() + " " + standard.name(),
                address,
                link(asAt, id, standards, at - 1),
                link(asAt, id, standards, at + 1),
                List.of());
        return page(actor, asAt, side, place, refused);
    }

    private static @Nullable Link link(AsAt asAt, long id, List<Standard> standards, int at) {
        return at < 0 || at >= standards.size()
                ? null
                : new Link(
                        standards.get(at).code() + " " + standards.get(at).name(),
                        asAt.on("/assessments/%d/moderate/%s"
                                .formatted(id, standards.get(at).code())));
    }

    /// One criterion, large, for a panel in a room.
    ///
    /// @throws HiddenException when there is none of that code for this person
    ModeratePage panel(Actor actor, AsAt asAt, long id, String code, SentBack refused) {
        var side = sides.side(actor, asAt, id, criterion -> criterion.code().equals(code));
        if (side.criteria().isEmpty()) {
            throw new HiddenException();
        }
        var all = side.whole().criteria();
        var at = all.indexOf(side.criteria().getFirst());
        var agenda = new ArrayList<ModeratePage.Matter>();
        for (var criterion : all) {
            agenda.add(new ModeratePage.Matter(
                    criterion.code(),
                    asAt.on(panel(id, criterion)),
                    standing(side.whole(), criterion),
                    criterion.code().equals(code)));
        }
        var place = new Place(
                code + " " + side.criteria().getFirst().rated().text(),
                panel(id, side.criteria().getFirst()),
                at == 0 ? null : new Link(all.get(at - 1).code(), asAt.on(panel(id, all.get(at - 1)))),
                at == all.size() - 1 ? null : new Link(all.get(at + 1).code(), asAt.on(panel(id, all.get(at + 1)))),
                agenda);
        return page(actor, asAt, side, place, refused);
    }

    private static String panel(long id, Criterion criterion) {
        return "/assessments/%d/panel/%s".formatted(id, criterion.code());
    }

    /// What is told of a page apart from its criteria.
    private record Place(
            String title,
            String address,
            @Nullable Link before,
            @Nullable Link next,
            List<ModeratePage.Matter> agenda) {}

    private ModeratePage page(Actor actor, AsAt asAt, SideBySide.Side side, Place place, SentBack refused) {
        var header = side.header();
        var atEvent = header.state() instanceof AssessmentState.InChallenge;
        var editable = isEditable(actor, asAt, side.whole());
        var lines = new JudgedLines(actor, side, atEvent, place.address(), refused.typed());
        return new ModeratePage(
                header.id(),
                refused.version(side.whole().version()),
                place.title(),
                header.organisationName() + ", " + header.round().name(),
                place.address(),
                new Link("The ICB's judgement", asAt.on("/assessments/%d/moderate".formatted(header.id()))),
                editable,
                atEvent,
                editable ? null : locked(actor, asAt, side.whole()),
                side.from() == null ? null : side.from().until(),
                side.criteria().stream().map(lines::line).toList(),
                place.before(),
                place.next(),
                place.agenda(),
                refused.errors(),
                editable ? refused.fields().shownAgain(lines.now(side.criteria())) : Map.of());
    }

    /// Whether this person may judge now.
    static boolean isEditable(Actor actor, AsAt asAt, Whole whole) {
        return !asAt.isPast()
                && actor.may(Permission.ASSESSMENT_MODERATE)
                && !whole.header().authors().contains(actor.account())
                && (whole.header().state() instanceof AssessmentState.UnderReview
                        || whole.header().state() instanceof AssessmentState.InChallenge);
    }

    private static @Nullable String locked(Actor actor, AsAt asAt, Whole whole) {
        if (asAt.isPast() || !actor.may(Permission.ASSESSMENT_MODERATE)) {
            return null;
        }
        return switch (whole.header().state()) {
            case AssessmentState.Submitted _ ->
                "Take this assessment up first, so that the provider sees it is being read.";
            case AssessmentState.UnderReview _, AssessmentState.InChallenge _ ->
                "You answered part of this, so another person has to judge it.";
            case AssessmentState.Moderated _ ->
                "The judgement is finished. What the challenge event settles is typed there.";
            case AssessmentState.Agreed _, AssessmentState.ActionPlanOpen _, AssessmentState.Closed _ ->
                "This was agreed and changes no more.";
            default -> "The provider has not handed this in.";
        };
    }

    /// The standards with a criterion that is shown.
    static List<Standard> standards(Whole whole) {
        var shown = whole.criteria();
        return whole.asked().edition().standards().stream()
                .filter(standard -> shown.stream().anyMatch(criterion -> holds(standard, criterion)))
                .toList();
    }

    static boolean holds(Standard standard, Criterion criterion) {
        return standard.criteria().stream().anyMatch(each -> each.code().equals(criterion.code()));
    }

    /// How one criterion stands with the moderator.
    static String standing(Whole whole, Criterion criterion) {
        var moderation = whole.moderations().get(criterion.code());
        var missing =
                uk.goldenthread.assessments.model.Moderation.missing(criterion, whole.claim(criterion), moderation);
        if (missing.isEmpty()) {
            return "Judged";
        }
        return moderation == null ? "To judge" : "Look again";
    }

    private static final List<String> FIELDS =
            List.of("reason", "reply", "notApplicable", "heldOn", "attended", "outcome", "question", "answer", "until");

    /// The same for a page without the criteria's own fields: those are told without a link.
    static FieldErrors linked(List<Reason> reasons) {
        return new FieldErrors(reasons.stream()
                .map(reason ->
                        new FieldError(FIELDS.contains(reason.field()) ? reason.field() : null, reason.message()))
                .toList());
    }
}
