package uk.goldenthread.assessments.framework;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Condition.Operator;

/// When a question is shown, as a person writes it in a cell: `1.1 is 0 and beds is YES`, `1.2 is at least 2`,
/// `why is answered`. A value of several words stands in quotation marks.
public final class ConditionText {
    /// How it is written, for the person who has to put it right.
    public static final String HOW =
            "write it as: 1.1 is 0, or 1.1 is not 0, 1.1 is at least 2, 1.1 is answered; several"
                    + " joined by and, or all by or";

    private static final Pattern TEST = Pattern.compile(
            "\\s*(\\S+)\\s+(is\\s+answered|is\\s+not|is\\s+at\\s+least|is)(?:\\s+(?:\"((?:[^\"]|\"\")*)\"|([^\\s\"]\\S*)))??"
                    + "(?:\\s+(and|or)\\s+|\\s*$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._%+-]+");

    private ConditionText() {}

    /// The condition that a text stands for; empty when it cannot be read.
    public static Optional<Condition> parse(String text) {
        var tests = new ArrayList<Condition.Test>();
        var joins = new ArrayList<String>();
        var matcher = TEST.matcher(text);
        do {
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            var operator = operator(matcher.group(2));
            var value = matcher.group(3) == null
                    ? matcher.group(4)
                    : matcher.group(3).replace("\"\"", "\"");
            if ((operator == Operator.ANSWERED) != (value == null)) {
                return Optional.empty();
            }
            tests.add(new Condition.Test(matcher.group(1), operator, value == null ? "" : value));
            if (matcher.group(5) != null) {
                joins.add(matcher.group(5).toLowerCase(Locale.ROOT));
            }
            matcher.region(matcher.end(), text.length());
        } while (joins.size() == tests.size());
        var mixed = joins.stream().distinct().count() > 1;
        return mixed ? Optional.empty() : Optional.of(new Condition(!joins.contains("or"), tests));
    }

    private static Operator operator(String words) {
        return switch (words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
            case "is not" -> Operator.IS_NOT;
            case "is answered" -> Operator.ANSWERED;
            case "is at least" -> Operator.AT_LEAST;
            default -> Operator.IS;
        };
    }

    /// The text of a condition, which [#parse] reads back.
    public static String of(Condition condition) {
        return condition.tests().stream()
                .map(test -> switch (test.operator()) {
                    case IS -> test.question() + " is " + value(test.value());
                    case IS_NOT -> test.question() + " is not " + value(test.value());
                    case AT_LEAST -> test.question() + " is at least " + value(test.value());
                    case ANSWERED -> test.question() + " is answered";
                })
                .collect(Collectors.joining(condition.all() ? " and " : " or "));
    }

    private static String value(String value) {
        var misread =
                value.equalsIgnoreCase("not") || value.equalsIgnoreCase("at") || value.equalsIgnoreCase("answered");
        return BARE.matcher(value).matches() && !misread ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
