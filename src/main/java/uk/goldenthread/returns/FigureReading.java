package uk.goldenthread.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.returns.FigureText;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.kernel.words.TypedWords;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.Asked;
import uk.goldenthread.returns.model.LineRules;

/// Lays what was typed over what is stored, and refuses what cannot be: each reason names its field as
/// `K01.numerator`.
final class FigureReading {
    private static final int LONGEST_NARRATIVE = 4000;
    private static final Set<String> CONFIDENCES = Set.of("", "ASSERTED", "EVIDENCED", "VALIDATED");

    private final Asked asked;
    private final List<Reason> reasons = new ArrayList<>();

    private FigureReading(Asked asked) {
        this.asked = asked;
    }

    static Outcome<Answer> read(Asked asked, Answer stored, Typed typed) {
        var reading = new FigureReading(asked);
        var answer = new Answer(
                reading.figure("numerator", typed.numerator(), stored.numerator()),
                reading.figure("denominator", typed.denominator(), stored.denominator()),
                reading.figure("value", typed.value(), stored.value()),
                reading.narrative(typed.narrative(), stored.narrative()),
                reading.confidence(typed.confidence(), stored.confidence()),
                typed.confirmed() == null ? stored.denominatorConfirmed() : isYes(typed.confirmed()));
        var misread = reading.reasons.stream().map(Reason::field).toList();
        LineRules.impossible(asked, answer).stream()
                .map(reason -> at(asked.kpi(), reason))
                .filter(reason -> !misread.contains(reason.field()))
                .forEach(reading.reasons::add);
        return Outcome.unless(reading.reasons, () -> answer);
    }

    /// The reason with its line named in its field.
    static Reason at(String kpi, Reason reason) {
        return new Reason(kpi + "." + reason.field(), reason.message(), reason.clause());
    }

    private @Nullable BigDecimal figure(String field, @Nullable String text, @Nullable BigDecimal stored) {
        if (text == null) {
            return stored;
        }
        var typed = text.strip();
        if (asked.unit() == Asked.Unit.YES_NO) {
            switch (typed.toLowerCase(Locale.UK)) {
                case "yes" -> typed = "1";
                case "no" -> typed = "0";
                default -> {
                    // a file may say 1 or 0
                }
            }
        }
        var whole = field.equals("value") ? asked.unit() == Asked.Unit.COUNT : !asked.fractions();
        var figure = whole ? FigureText.count(typed) : FigureText.value(typed);
        var wrong = figure.problem();
        if (wrong != null) {
            refuse(field, wrong);
        }
        return figure.number();
    }

    private String narrative(@Nullable String typed, String stored) {
        if (typed == null) {
            return stored;
        }
        var words = TypedWords.plain(typed);
        if (words.length() > LONGEST_NARRATIVE) {
            refuse("narrative", "This is longer than 4,000 characters.");
            return stored;
        }
        return words;
    }

    private String confidence(@Nullable String typed, String stored) {
        if (typed == null) {
            return stored;
        }
        var code = typed.strip().toUpperCase(Locale.UK);
        if (!CONFIDENCES.contains(code)) {
            refuse("confidence", "Choose asserted, evidenced or validated.");
            return stored;
        }
        return code;
    }

    private void refuse(String field, String message) {
        reasons.add(new Reason(asked.kpi() + "." + field, message, LineRules.FIGURES));
    }

    private static boolean isYes(String typed) {
        return typed.equals("true") || typed.equals("yes") || typed.equals("on");
    }
}
