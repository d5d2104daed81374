package uk.goldenthread.assessments.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Makes the page on which all answers are read before they are handed over or signed.
@Component
class CheckPages {
    private final AssessmentPages pages;
    private final AssessmentRules rules;

    CheckPages(AssessmentPages pages, AssessmentRules rules) {
        this.pages = pages;
        this.rules = rules;
    }

    CheckPage page(Actor actor, AsAt asAt, long id, String approver, FieldErrors errors) {
        var whole = pages.whole(actor, asAt, id);
        var header = whole.header();
        var can = AssessmentPages.can(actor, asAt, whole);
        var lines = new Lines(actor, whole, false, "/assessments/" + id, Map.of());
        return new CheckPage(
                id,
                header.round().name(),
                header.organisationName(),
                Words.progress(header.progress()),
                can,
                whole.locked().isEmpty() ? null : whole.locked().getFirst().message(),
                AssessmentPages.seen(whole)
                        .map(standard -> section(whole, standard, lines))
                        .toList(),
                whole.approvers().stream()
                        .map(holder -> Option.of(Integer.toString(holder.account()), holder.name()))
                        .toList(),
                approver,
                asserted(whole),
                errors,
                asAt.isPast() ? "?asAt=" + asAt.instant() : "");
    }

    private static CheckPage.Section section(Reading.Whole whole, Standard standard, Lines lines) {
        var href = "/assessments/%d/standards/%s"
                .formatted(whole.header().id(), whole.header().light() ? AssessmentPages.ALL : standard.code());
        return new CheckPage.Section(
                standard.code() + " " + standard.name(),
                href,
                standard.criteria().stream()
                        .flatMap(Criterion::all)
                        .filter(question -> whole.given().answers().containsKey(question.code())
                                && whole.given().shown().contains(question.code()))
                        .map(lines::line)
                        .toList());
    }

    /// Claims of the highest point that would not count as validated if it were handed in today (BR-ASM-2).
    private int asserted(Reading.Whole whole) {
        var today = rules.today();
        return (int) whole.given()
                .asked()
                .edition()
                .criteria()
                .filter(criterion -> {
                    var answer = whole.given().answers().get(criterion.code());
                    return answer != null
                            && criterion.rated().kind() instanceof AnswerKind.Rated(var scale)
                            && answer.value().equals(scale.full().code())
                            && whole
                                    .items()
                                    .getOrDefault(Reference.of("answer", answer.id()), java.util.List.of())
                                    .stream()
                                    .noneMatch(item -> item.isInDate(today));
                })
                .count();
    }
}
