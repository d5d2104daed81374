package uk.goldenthread.returns.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.ReturnReading;
import uk.goldenthread.returns.ReturnRules;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.Asked;
import uk.goldenthread.returns.model.LineState;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.shell.components.Figures;

/// Makes the lines of a return's page.
@Component
class LinePages {
    private final ReturnRules rules;
    private final ReturnReading reading;

    LinePages(ReturnRules rules, ReturnReading reading) {
        this.rules = rules;
        this.reading = reading;
    }

    /// One line.
    ///
    /// @param typed what was typed and could not be saved, by field name; shown in place of what is stored
    ReturnPage.Line line(ReturnReading.Whole whole, ReturnLine line, boolean editable, Map<String, String> typed) {
        var kpi = rules.definition(line);
        var asked = rules.asked(line);
        var answer = line.answer();
        var missing = whole.unfinished().stream().map(Reason::field).toList();
        var shown = new HashMap<>(held(line));
        shown.putAll(typed);
        UnaryOperator<String> at = field -> shown.getOrDefault(line.kpi() + "." + field, "");
        return new ReturnPage.Line(
                line.kpi(),
                kpi.name(),
                line.period().label(),
                kpi.fractions() || kpi.unit() == KpiDefinition.Unit.DAYS ? "decimal" : "integer",
                capital(kpi.numerator()),
                asked.isRatio() ? capital(String.valueOf(kpi.denominator())) : null,
                asked.unit() == Asked.Unit.YES_NO,
                at.apply("numerator"),
                at.apply("denominator"),
                at.apply("value"),
                at.apply("narrative"),
                at.apply("confidence"),
                at.apply("confirmed").equals("true"),
                answer.denominatorConfirmed() || missing.contains(line.kpi() + ".confirmed"),
                previous(whole, line),
                figure(asked, answer),
                target(kpi),
                !at.apply("narrative").isBlank() || missing.contains(line.kpi() + ".narrative"),
                reading.odd(whole, line).stream().map(Reason::message).toList(),
                state(whole, line, missing),
                tone(state(whole, line, missing)),
                line.question(),
                line.reply(),
                editable && whole.header().isEditable(line),
                line.state() == LineState.QUERIED || line.state() == LineState.ANSWERED,
                line.state() == LineState.ACCEPTED,
                line.revision(),
                line.version());
    }

    /// What the fields of a line hold, by their names on the form.
    Map<String, String> held(ReturnLine line) {
        var answer = line.answer();
        return Map.of(
                line.kpi() + ".numerator", text(answer.numerator()),
                line.kpi() + ".denominator", text(answer.denominator()),
                line.kpi() + ".value", value(rules.asked(line), answer),
                line.kpi() + ".narrative", answer.narrative(),
                line.kpi() + ".confidence", answer.confidence(),
                line.kpi() + ".confirmed", answer.denominatorConfirmed() ? "true" : "");
    }

    private @Nullable String previous(ReturnReading.Whole whole, ReturnLine line) {
        var asked = rules.asked(line);
        return whole.earlier().getOrDefault(line.kpi(), List.of()).stream()
                .filter(each -> each.hasFigure(asked))
                .findFirst()
                .map(each -> figure(asked, each))
                .orElse(null);
    }

    private String state(ReturnReading.Whole whole, ReturnLine line, List<String> missing) {
        var asked = rules.asked(line);
        if (line.state() == LineState.OPEN && whole.header().state() instanceof ReturnState.Approved) {
            return "To decide";
        }
        return switch (line.state()) {
            case QUERIED -> "Queried";
            case ANSWERED -> "Answered";
            case ACCEPTED -> "Accepted";
            case OPEN -> {
                if (missing.stream().anyMatch(field -> field.startsWith(line.kpi() + "."))) {
                    yield line.answer().isStarted() ? "Needs something" : "To do";
                }
                yield line.answer().hasFigure(asked) ? "Done" : "No figure given";
            }
        };
    }

    private static String tone(String state) {
        return switch (state) {
            case "Queried", "Needs something" -> "ORANGE";
            case "Answered" -> "PURPLE";
            case "Accepted", "Done" -> "GREEN";
            case "To do", "To decide" -> "BLUE";
            default -> "GREY";
        };
    }

    /// `18 of 20 (90%)`, `3`, `Yes`; a dash when there is no figure.
    static String figure(Asked asked, Answer answer) {
        if (!answer.hasFigure(asked)) {
            return "No figure";
        }
        var worth = answer.worth(asked);
        return switch (asked.unit()) {
            case PERCENT, RATE -> {
                var of = text(answer.numerator()) + " of " + text(answer.denominator());
                var unit = asked.unit() == Asked.Unit.PERCENT ? "%" : " per " + asked.per();
                yield worth == null ? of : of + " (" + rounded(worth) + unit + ")";
            }
            case COUNT -> worth == null ? "" : Figures.whole(worth.longValue());
            case DAYS -> worth == null ? "" : text(worth) + " days";
            case YES_NO -> worth != null && worth.signum() > 0 ? "Yes" : "No";
        };
    }

    private static String value(Asked asked, Answer answer) {
        var value = answer.value();
        if (value == null) {
            return "";
        }
        return asked.unit() == Asked.Unit.YES_NO ? (value.signum() > 0 ? "yes" : "no") : text(value);
    }

    private static @Nullable String target(KpiDefinition kpi) {
        var target = kpi.target();
        if (target == null || kpi.unit() == KpiDefinition.Unit.YES_NO) {
            return null;
        }
        var unit =
                kpi.unit() == KpiDefinition.Unit.PERCENT ? "%" : kpi.unit() == KpiDefinition.Unit.DAYS ? " days" : "";
        return (kpi.direction() == KpiDefinition.Direction.LOWER ? "at most " : "at least ") + text(target) + unit;
    }

    static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static String rounded(BigDecimal number) {
        return text(number.setScale(1, RoundingMode.HALF_UP));
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
