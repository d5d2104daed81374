package uk.goldenthread.assessments.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Words;
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
        var lines = new Lines(actor, rules.today(), whole, false, "/assessments/" + id, Map.of());
        var sections = AssessmentPages.seen(whole)
                .map(standard -> section(whole, standard, lines))
                .toList();
        return new CheckPage(
                id,
                header.round().name(),
                header.organisationName(),
                Words.progress(header.progress()),
                can,
                whole.locked().isEmpty() ? null : whole.locked().getFirst().message(),
                sections,
                whole.approvers().stream()
                        .map(holder -> Option.of(Integer.toString(holder.account()), holder.name()))
                        .toList(),
                approver,
                (int) sections.stream()
                        .flatMap(section -> section.lines().stream())
                        .filter(LinesPage.Line::asserted)
                        .count(),
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
}
