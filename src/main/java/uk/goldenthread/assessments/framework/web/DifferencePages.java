package uk.goldenthread.assessments.framework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Compared;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Content;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Volume;
import uk.goldenthread.assessments.model.EditionComparison;
import uk.goldenthread.catalogue.Confidence;
import uk.goldenthread.kernel.words.WordDifference;
import uk.goldenthread.shell.components.Option;

/// Says what changed from one edition to another.
final class DifferencePages {
    private DifferencePages() {}

    static Difference difference(Compared compared) {
        var comparison = compared.comparison();
        return new Difference(
                "%d added, %d removed, %d changed, %d the same."
                        .formatted(
                                comparison.added().size(),
                                comparison.removed().size(),
                                comparison.changed().size(),
                                comparison.same()),
                compared.before().edition(),
                compared.after().edition(),
                comparison.added().stream().map(DifferencePages::line).toList(),
                comparison.removed().stream().map(DifferencePages::line).toList(),
                comparison.changed().stream().map(DifferencePages::changed).toList());
    }

    private static Difference.Line line(EditionComparison.Line line) {
        var facts = line.facts();
        return new Difference.Line(
                line.code(), line.text(), facts.getOrDefault("Standard", facts.getOrDefault("Section", "")));
    }

    /// Words that were replaced rather than changed are told before and after: mixed they could not be read.
    private static Difference.Changed changed(EditionComparison.Changed changed) {
        var before = changed.before().text();
        var after = changed.after().text();
        var facts = new ArrayList<Difference.Fact>();
        var pieces = WordDifference.between(before, after);
        var replaced = changed.isReworded() && isReplaced(pieces, after);
        if (replaced) {
            facts.add(new Difference.Fact("Words", before, after));
        }
        changed.facts()
                .forEach(fact ->
                        facts.add(new Difference.Fact(fact.name(), orNone(fact.before()), orNone(fact.after()))));
        return new Difference.Changed(
                changed.after().code(),
                changed.isReworded() ? "" : after,
                changed.isReworded() && !replaced ? pieces : List.of(),
                facts);
    }

    private static boolean isReplaced(List<WordDifference.Piece> pieces, String after) {
        var kept = pieces.stream()
                .filter(piece -> piece.kind() == WordDifference.Kind.SAME)
                .mapToInt(piece -> piece.text().strip().length())
                .sum();
        return kept * 2 < after.length();
    }

    private static String orNone(String words) {
        return words.isEmpty() ? "none" : words;
    }

    static Difference.Page page(Compared compared, AsAt asAt) {
        var doubtful = List.of(compared.before(), compared.after()).stream()
                .filter(volume -> volume.content() instanceof Content.Duties(var framework)
                        && framework.provenance().confidence() == Confidence.UNSURE)
                .map(Volume::edition)
                .collect(Collectors.joining(" and "));
        return new Difference.Page(
                compared.after().name(),
                FrameworkPages.ROOT + "/" + compared.after().code() + "/compare",
                compared.editions().stream()
                        .map(volume ->
                                Option.of(volume.edition(), volume.edition() + ", " + FrameworkPages.force(volume)))
                        .toList(),
                compared.before().edition(),
                compared.after().edition(),
                doubtful.isEmpty()
                        ? ""
                        : "Of edition %s only what reports that cite it tell is known here: what seems added or removed may have been there."
                                .formatted(doubtful),
                difference(compared),
                asAt.on(FrameworkPages.address(compared.after())),
                asAt.isPast() ? String.valueOf(asAt.instant()) : null);
    }
}
