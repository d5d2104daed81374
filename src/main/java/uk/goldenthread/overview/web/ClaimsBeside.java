package uk.goldenthread.overview.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.goldenthread.concerns.model.Triangulation.Claim;
import uk.goldenthread.concerns.model.Triangulation.Fact;
import uk.goldenthread.concerns.model.Triangulation.Row;
import uk.goldenthread.concerns.model.Triangulation.Source;
import uk.goldenthread.concerns.model.Triangulation.Told;

/// What a provider claims beside what else is known of it, as its page shows it: what is contradicted first.
///
/// @param sentence how much is contradicted
/// @param columns the matter, the claim, then each source
public record ClaimsBeside(String sentence, List<String> columns, List<Line> lines) {

    /// One matter.
    ///
    /// @param claimed in words
    /// @param told one a source
    /// @param facts what is known, each in a sentence, what speaks against the claim first
    public record Line(String matter, String claimed, boolean contradicted, List<Mark> told, List<String> facts) {}

    /// What one source tells of one matter.
    ///
    /// @param words `2 of 4 against`
    /// @param style the class of its cell
    public record Mark(String words, String style) {
        private static final Mark NOTHING = new Mark("", "gt-cell--none");

        /// Whether the source tells nothing of the matter.
        public boolean isNothing() {
            return words.isEmpty();
        }
    }

    /// What is claimed in full and contradicted.
    public List<Line> contradicted() {
        return lines.stream().filter(Line::contradicted).toList();
    }

    /// Every other matter.
    public List<Line> others() {
        return lines.stream().filter(line -> !line.contradicted()).toList();
    }

    static ClaimsBeside of(List<Row> rows) {
        var against = rows.stream().filter(Row::isContradicted).count();
        var full = rows.stream().filter(Row::full).count();
        var columns = new ArrayList<String>();
        columns.add("Matter");
        columns.add("Claimed");
        Arrays.stream(Source.values()).map(Source::words).forEach(columns::add);
        return new ClaimsBeside(
                full == 0
                        ? "Nothing is claimed in full that anything here could test."
                        : "%d of %d matters claimed in full are contradicted by something else."
                                .formatted(against, full),
                columns,
                rows.stream()
                        .sorted(Comparator.comparing(Row::isContradicted)
                                .reversed()
                                .thenComparing(row -> !row.full()))
                        .map(ClaimsBeside::line)
                        .toList());
    }

    private static Line line(Row row) {
        var told = Arrays.stream(Source.values())
                .map(source -> mark(Objects.requireNonNull(row.told().get(source))))
                .toList();
        var facts = row.told().values().stream()
                .flatMap(each -> each.facts().stream())
                .sorted(Comparator.comparing(Fact::against).reversed())
                .map(Fact::words)
                .toList();
        return new Line(row.check().name(), claimed(row), row.isContradicted(), told, facts);
    }

    private static String claimed(Row row) {
        if (row.claims().isEmpty()) {
            return "No claim";
        }
        var fullest = row.claims().getFirst();
        var lines = row.claims().stream()
                .filter(claim -> claim.standing() == fullest.standing())
                .map(Claim::line)
                .distinct()
                .collect(Collectors.joining(", "));
        return (row.full() ? "In full" : "%d of 100".formatted(fullest.standing())) + " (" + lines + ")";
    }

    private static Mark mark(Told told) {
        long against = told.facts().stream().filter(Fact::against).count();
        int all = told.facts().size();
        if (told.facts().isEmpty()) {
            return Mark.NOTHING;
        }
        if (against == 0) {
            return new Mark("None of %d against".formatted(all), "gt-cell--green");
        }
        return new Mark(
                "%d of %d against".formatted(against, all), told.contradicts() ? "gt-cell--red" : "gt-cell--amber");
    }
}
