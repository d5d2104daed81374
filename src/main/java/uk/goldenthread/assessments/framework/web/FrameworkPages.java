package uk.goldenthread.assessments.framework.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Content;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Opened;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Volume;
import uk.goldenthread.assessments.framework.FrameworkWords;
import uk.goldenthread.assessments.framework.GraphPicture;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.QuestionGraph;
import uk.goldenthread.catalogue.Confidence;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.Requirement;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Makes the pages of the library.
final class FrameworkPages {
    static final String ROOT = "/assessments/frameworks";

    private static final List<Column> OF_DUTIES = List.of(
            Column.text("Duty"),
            Column.text("Binds"),
            Column.text("Legal basis"),
            Column.text("Evidence"),
            Column.text("Shown"),
            Column.text("Tier"));

    private FrameworkPages() {}

    /// The address of an edition.
    static String address(Volume volume) {
        return FrameworkWords.address(volume.code(), volume.edition());
    }

    private static String address(Volume volume, String below) {
        return ROOT + "/" + volume.code() + below;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static FrameworkPage page(Opened opened, AsAt asAt) {
        var volume = opened.volume();
        var newest = opened.editions().getFirst().equals(volume);
        var compare = opened.before()
                .map(before -> asAt.on("%s?from=%s&to=%s"
                        .formatted(address(volume, "/compare"), encoded(before.edition()), encoded(volume.edition()))))
                .orElse(null);
        return new FrameworkPage(
                volume.name(),
                volume.code(),
                "Edition %s, %s%s."
                        .formatted(
                                volume.edition(),
                                force(volume),
                                newest
                                        ? ""
                                        : "; edition %s is newer"
                                                .formatted(opened.editions()
                                                        .getFirst()
                                                        .edition())),
                facts(volume),
                compare,
                opened.editions().stream()
                        .filter(each -> !each.equals(volume))
                        .map(each -> new Link("Edition " + each.edition(), asAt.on(address(each))))
                        .toList(),
                files(volume),
                body(volume.content()),
                asAt.on(ROOT));
    }

    static String force(Volume volume) {
        var until = volume.to();
        var from = "in force from " + Dates.day(volume.from());
        return until == null ? from : from + " until " + Dates.day(until.minusDays(1));
    }

    private static List<Link> files(Volume volume) {
        if (!(volume.content() instanceof Content.Questions)) {
            return List.of();
        }
        var query = "?edition=" + encoded(volume.edition());
        return List.of(
                new Link("Excel workbook, to make the next edition from", address(volume, "/workbook.xlsx") + query),
                new Link("OSCAL catalogue (JSON)", address(volume, "/catalog.json") + query),
                new Link("FHIR questionnaire (JSON)", address(volume, "/questionnaire.json") + query));
    }

    static List<SummaryRow> facts(Volume volume) {
        var rows = new ArrayList<SummaryRow>();
        var published = volume.published();
        switch (volume.content()) {
            case Content.Duties(var framework) -> {
                rows.add(SummaryRow.of("What it is", framework.requirements().size() + " duties, which lines map to"));
                rows.add(SummaryRow.of("Source", framework.provenance().source()));
                rows.add(SummaryRow.of("How sure", sure(framework.provenance().confidence())));
            }
            case Content.Questions(var edition, var mappings) -> rows.addAll(facts(edition, mappings));
        }
        if (published != null) {
            rows.add(SummaryRow.of(
                    "Published",
                    "by %s on %s, from %s"
                            .formatted(published.byName(), Dates.moment(published.at()), published.fileName())));
        }
        return rows;
    }

    static List<SummaryRow> facts(FrameworkEdition edition, List<Mapping> mappings) {
        var kinds =
                edition.criteria().flatMap(line -> line.appliesTo().stream()).collect(Collectors.toSet());
        var scales = edition.criteria()
                .map(line -> FrameworkWords.scale(line.scale()))
                .distinct()
                .collect(Collectors.joining("; "));
        var origins = edition.criteria()
                .map(line -> line.origin().source())
                .distinct()
                .collect(Collectors.joining("; "));
        var sure = edition.criteria()
                .map(line -> FrameworkWords.certainty(line.origin().certainty()))
                .distinct()
                .collect(Collectors.joining("; "));
        return List.of(
                SummaryRow.of(
                        "What it is",
                        "%d lines in %d standards"
                                .formatted(
                                        edition.criteria().count(),
                                        edition.standards().size())),
                SummaryRow.of("Asked of", FrameworkWords.kinds(kinds)),
                SummaryRow.of("Rated on", scales),
                SummaryRow.of(
                        "Legal basis", edition.basis().isEmpty() ? "None given" : String.join("; ", edition.basis())),
                SummaryRow.of("Source", origins),
                SummaryRow.of("How sure", sure),
                SummaryRow.of("Mapped", mapped(edition, mappings)));
    }

    private static String mapped(FrameworkEdition edition, List<Mapping> mappings) {
        var lines = mappings.stream().map(Mapping::from).distinct().count();
        return "%d of %d lines bear on lines of other frameworks"
                .formatted(lines, edition.criteria().count());
    }

    private static String sure(Confidence confidence) {
        return FrameworkWords.certainty(Criterion.Certainty.valueOf(confidence.name()));
    }

    static FrameworkBody body(Content content) {
        return switch (content) {
            case Content.Duties(var framework) ->
                new FrameworkBody(
                        framework.sections().stream()
                                .map(section -> new FrameworkBody.Section(
                                        section.code() + " " + section.name(),
                                        OF_DUTIES,
                                        duties(framework, section.code())))
                                .filter(section -> !section.rows().isEmpty())
                                .toList(),
                        null,
                        List.of());
            case Content.Questions(var edition, var mappings) ->
                new FrameworkBody(
                        new LinesTable(edition, mappings).sections(),
                        GraphPicture.of(nodes(edition)),
                        findings(edition, mappings));
        };
    }

    private static List<QuestionGraph.Node> nodes(FrameworkEdition edition) {
        return edition.criteria()
                .flatMap(line -> line.all().map(question -> new QuestionGraph.Node(question, line.appliesTo())))
                .toList();
    }

    private static List<List<Cell>> duties(Framework framework, String section) {
        return framework.requirements().stream()
                .filter(duty -> duty.section().equals(section))
                .map(FrameworkPages::cells)
                .toList();
    }

    private static List<Cell> cells(Requirement duty) {
        return List.of(
                Cell.naming(duty.code() + " " + duty.duty() + (duty.commenced() ? "" : " (not known to be in force)")),
                Cell.of(FrameworkWords.binds(duty)),
                Cell.of(String.join("; ", duty.basis())),
                Cell.of(String.join("; ", duty.evidence())),
                Cell.of(FrameworkWords.cadence(duty)),
                Cell.of(String.valueOf(duty.riskTier())));
    }

    /// What the linter says besides faults: what a person should have meant.
    private static List<String> findings(FrameworkEdition edition, List<Mapping> mappings) {
        var findings = new ArrayList<String>();
        var critical = edition.criteria()
                .filter(Criterion::critical)
                .map(Criterion::code)
                .collect(Collectors.joining(", "));
        findings.add(critical.isEmpty() ? "No line is marked critical." : "Critical: " + critical + ".");
        var loose = edition.criteria()
                .map(Criterion::code)
                .filter(code -> mappings.stream()
                        .noneMatch(mapping -> mapping.from().code().equals(code)))
                .toList();
        findings.add(
                loose.isEmpty()
                        ? "Every line is mapped to a line of another framework."
                        : loose.size() == edition.criteria().count()
                                ? "No line is mapped to a line of another framework."
                                : "Not mapped to another framework: " + String.join(", ", loose) + ".");
        edition.criteria()
                .filter(line -> line.weight().signum() == 0)
                .forEach(line -> findings.add("%s has no weight and counts nothing.".formatted(line.code())));
        return findings;
    }
}
