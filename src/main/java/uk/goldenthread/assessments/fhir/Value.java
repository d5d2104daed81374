package uk.goldenthread.assessments.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// A value of one of FHIR's types, as `value[x]` or `answer[x]` gives it.
///
/// @param kind the type as it ends the name: `String`, `Coding`, `DateTime`
record Value(String kind, JsonNode node) {
    /// The `value[x]` of an answer, option or extension.
    static Optional<Value> of(JsonNode holder) {
        return of(holder, "value");
    }

    static Optional<Value> of(JsonNode holder, String prefix) {
        for (var property : holder.properties()) {
            var name = property.getKey();
            if (name.startsWith(prefix)
                    && name.length() > prefix.length()
                    && Character.isUpperCase(name.charAt(prefix.length()))) {
                return Optional.of(new Value(name.substring(prefix.length()), property.getValue()));
            }
        }
        return Optional.empty();
    }

    boolean is(Value other) {
        return switch (kind) {
            case "Coding" ->
                other.kind.equals("Coding")
                        && text("code").equals(other.text("code"))
                        && (text("system").isEmpty()
                                || other.text("system").isEmpty()
                                || text("system").equals(other.text("system")));
            case "Reference" ->
                other.kind.equals("Reference") && text("reference").equals(other.text("reference"));
            default -> {
                var order = compareTo(other);
                yield order.isPresent() ? order.getAsInt() == 0 : node.equals(other.node);
            }
        };
    }

    /// Below nought when this lies before the other, above when after; empty when the two cannot be compared.
    OptionalInt compareTo(Value other) {
        if (node.isNumber() && other.node.isNumber()) {
            return OptionalInt.of(node.decimalValue().compareTo(other.node.decimalValue()));
        }
        if (kind.equals("Quantity") && other.kind.equals("Quantity")) {
            return Quantities.compare(node, other.node);
        }
        if (kind.startsWith("Date") && other.kind.startsWith("Date")) {
            return Moments.compare(node.asString(""), other.node.asString(""));
        }
        if (node.isString() && other.node.isString()) {
            return OptionalInt.of(Integer.signum(node.asString("").compareTo(other.node.asString(""))));
        }
        if (node.isBoolean() && other.node.isBoolean()) {
            return OptionalInt.of(Boolean.compare(node.asBoolean(), other.node.asBoolean()));
        }
        return OptionalInt.empty();
    }

    String text(String field) {
        return node.path(field).asString("");
    }

    /// Dates and times that may be given to the year, month, day or instant: each stands for all the time it covers.
    static final class Moments {
        private Moments() {}

        /// Nought while one covers the other.
        static OptionalInt compare(String one, String two) {
            var a = span(one);
            var b = span(two);
            if (a.isEmpty() || b.isEmpty()) {
                return OptionalInt.empty();
            }
            if (!a.get()[1].isAfter(b.get()[0]) && !a.get()[0].equals(b.get()[0])) {
                return OptionalInt.of(-1);
            }
            return OptionalInt.of(!b.get()[1].isAfter(a.get()[0]) && !a.get()[0].equals(b.get()[0]) ? 1 : 0);
        }

        static boolean isDate(String text) {
            return text.length() <= 10 && span(text).isPresent();
        }

        static boolean isDateTime(String text) {
            return span(text).isPresent();
        }

        private static Optional<LocalDateTime[]> span(String text) {
            try {
                return Optional.of(
                        switch (text.length()) {
                            case 4 -> {
                                var from = LocalDate.of(Integer.parseInt(text), 1, 1);
                                yield of(from, from.plusYears(1));
                            }
                            case 7 -> {
                                var from = YearMonth.parse(text).atDay(1);
                                yield of(from, from.plusMonths(1));
                            }
                            case 10 ->
                                of(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
                            default -> {
                                var at = OffsetDateTime.parse(text)
                                        .withOffsetSameInstant(ZoneOffset.UTC)
                                        .toLocalDateTime();
                                yield new LocalDateTime[] {at, at};
                            }
                        });
            } catch (DateTimeException | NumberFormatException notDate) {
                return Optional.empty();
            }
        }

        private static LocalDateTime[] of(LocalDate from, LocalDate until) {
            return new LocalDateTime[] {from.atStartOfDay(), until.atStartOfDay()};
        }
    }
}
