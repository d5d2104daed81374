package uk.goldenthread.commandline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.goldenthread.assessments.model.Judgement;
import uk.goldenthread.assessments.model.Rating;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.assessments.model.Scoring;

/// The rows of one return, gathered by standard.
final class ScoreRows {
    private final RowErrors errors;
    private final Map<String, List<Scoring.Item>> standards = new LinkedHashMap<>();
    private final Set<List<String>> seen = new HashSet<>();
    private boolean faulty;

    ScoreRows(RowErrors errors) {
        this.errors = errors;
    }

    /// Takes a row in; false, with each error noted, when it cannot be read.
    boolean add(CsvInput.Row row) {
        faulty = false;
        var standard = named(row, "standard");
        var criterion = named(row, "criterion");
        named(row, "return");
        if (standard.equals("*")) {
            fault(row, "standard", "* stands for the overall line and names no standard");
        }
        if (!seen.add(List.of(standard, criterion))) {
            fault(row, "criterion", "this criterion was given before in the same return and standard");
        }
        var weight = weight(row);
        var critical = critical(row);
        var scale = RatingScale.find(row.get("scale"));
        if (scale.isEmpty()) {
            fault(row, "scale", "write S4_0_3, PCT_5, RAG3 or MPN");
            return false;
        }
        var claimed = rating(row, "claimed", scale.get());
        var moderated = row.get("moderated").isEmpty()
                ? null
                : rating(row, "moderated", scale.get()).orElse(null);
        if (faulty || claimed.isEmpty()) {
            return false;
        }
        standards
                .computeIfAbsent(standard, _ -> new ArrayList<>())
                .add(new Scoring.Item(
                        criterion,
                        weight,
                        critical,
                        Judgement.claim(claimed.get()).moderated(moderated)));
        return true;
    }

    /// The standards in the order of the file, each of the same weight.
    List<Scoring.Standard> standards() {
        return standards.entrySet().stream()
                .map(standard -> new Scoring.Standard(standard.getKey(), BigDecimal.ONE, standard.getValue()))
                .toList();
    }

    private String named(CsvInput.Row row, String column) {
        if (row.get(column).isEmpty()) {
            fault(row, column, "give the %s".formatted(column));
        }
        return row.get(column);
    }

    private BigDecimal weight(CsvInput.Row row) {
        var text = row.get("weight");
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            fault(row, "weight", "write a number, nought or more, such as 20");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    private boolean critical(CsvInput.Row row) {
        return switch (row.get("critical").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "", "false" -> false;
            default -> {
                fault(row, "critical", "write true or leave it empty");
                yield false;
            }
        };
    }

    private Optional<Rating> rating(CsvInput.Row row, String column, RatingScale scale) {
        var text = row.get(column);
        if (text.equals("NA")) {
            return Optional.of(new Rating.NotApplicable(""));
        }
        var point = scale.point(text);
        if (point.isEmpty()) {
            fault(row, column, text.isEmpty() ? "give a rating or NA" : "%s has no point %s".formatted(scale, text));
        }
        return point.map(found -> new Rating.Scored(scale, found));
    }

    private void fault(CsvInput.Row row, String column, String message) {
        errors.add(row.line(), column, message);
        faulty = true;
    }
}
