package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;

/// What a person typed to change a rule, kept as it was typed from the form through the review, with what could not be
/// read.
public final class RuleForm {
    private final MultiValueMap<String, String> fields;
    private final List<FieldError> wrong = new ArrayList<>();

    RuleForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static RuleForm blank() {
        return new RuleForm(new LinkedMultiValueMap<>());
    }

    RuleForm with(String name, String value) {
        fields.set(name, value);
        return this;
    }

    RuleForm with(String name, List<String> values) {
        fields.put(name, new ArrayList<>(values));
        return this;
    }

    /// Proposes the first day of the next month, so that no period that has begun is judged by a new rule unawares.
    RuleForm fromNextMonth(LocalDate today) {
        DateParts.of(today.withDayOfMonth(1).plusMonths(1)).fields("from").forEach(fields::set);
        return this;
    }

    /// One field; empty when it was not sent.
    public String get(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /// Every value of a field that may have several.
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// A date's three fields.
    public DateParts date(String name) {
        return DateParts.typed(fields.toSingleValueMap(), name);
    }

    /// A field to carry along.
    public record Hidden(String name, String value) {}

    /// Everything typed, for the page that asks to confirm it.
    public List<Hidden> hidden() {
        var all = new ArrayList<Hidden>();
        fields.forEach((name, values) -> {
            if (!name.equals("step") && !name.equals("seen") && !name.startsWith("_")) {
                values.forEach(value -> all.add(new Hidden(name, value)));
            }
        });
        return all;
    }

    /// The number of the last change this person saw.
    int seen() {
        try {
            return Integer.parseInt(get("seen"));
        } catch (NumberFormatException e) {
            return 0; // a form sent by hand: the check against what is stored refuses it
        }
    }

    boolean isYes(String name) {
        return get(name).equals("yes");
    }

    /// A number; null when the field is empty or cannot be read, which is then among the errors.
    @Nullable
    BigDecimal number(String name) {
        var typed = get(name).replace("%", "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            var number = new BigDecimal(typed);
            if (number.abs().compareTo(BigDecimal.valueOf(1_000_000)) <= 0 && number.scale() <= 6) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        wrong(name, "Enter a number, such as 85 or 2.5");
        return null;
    }

    /// A whole number; the value given when the field is empty.
    int whole(String name, int otherwise) {
        var number = number(name);
        if (number == null) {
            return otherwise;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            wrong(name, "Enter a whole number");
            return otherwise;
        }
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type, String message) {
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(get(name))) {
                return Optional.of(each);
            }
        }
        wrong(name, message);
        return Optional.empty();
    }

    /// Text that must be there.
    String text(String name, int longest, String message) {
        var typed = get(name);
        if (typed.isEmpty()) {
            wrong(name, message);
        } else if (typed.length() > longest) {
            wrong(name, "Use at most %d characters".formatted(longest));
        }
        return typed;
    }

    /// The day it holds from; empty, and among the errors, when there is none.
    Optional<LocalDate> from() {
        var day = date("from").date();
        if (day.isEmpty()) {
            wrong("from", "Enter the day it holds from, such as 1 4 2027");
        }
        return day;
    }

    void wrong(String field, String message) {
        wrong.add(new FieldError(field, message));
    }

    boolean isWrong() {
        return !wrong.isEmpty();
    }

    FieldErrors errors() {
        return new FieldErrors(wrong);
    }
}
