package uk.goldenthread.assessments.fhir;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares quantities, between the common UCUM units of one dimension.
final class Quantities {
    private static final String UCUM = "http://unitsofmeasure.org";

    private record Unit(String dimension, BigDecimal size) {
        static Unit of(String dimension, String size) {
            return new Unit(dimension, new BigDecimal(size));
        }
    }

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("mm", Unit.of("length", "0.001")),
            Map.entry("cm", Unit.of("length", "0.01")),
            Map.entry("m", Unit.of("length", "1")),
            Map.entry("km", Unit.of("length", "1000")),
            Map.entry("[in_i]", Unit.of("length", "0.0254")),
            Map.entry("[ft_i]", Unit.of("length", "0.3048")),
            Map.entry("[mi_i]", Unit.of("length", "1609.344")),
            Map.entry("ug", Unit.of("mass", "0.000001")),
            Map.entry("mg", Unit.of("mass", "0.001")),
            Map.entry("g", Unit.of("mass", "1")),
            Map.entry("kg", Unit.of("mass", "1000")),
            Map.entry("[lb_av]", Unit.of("mass", "453.59237")),
            Map.entry("mL", Unit.of("volume", "0.001")),
            Map.entry("L", Unit.of("volume", "1")),
            Map.entry("s", Unit.of("time", "1")),
            Map.entry("min", Unit.of("time", "60")),
            Map.entry("h", Unit.of("time", "3600")),
            Map.entry("d", Unit.of("time", "86400")),
            Map.entry("wk", Unit.of("time", "604800")),
            Map.entry("%", Unit.of("share", "0.01")),
            Map.entry("1", Unit.of("share", "1")));

    private Quantities() {}

    /// Empty when the units cannot be converted into each other.
    static OptionalInt compare(JsonNode one, JsonNode two) {
        if (!one.path("value").isNumber() || !two.path("value").isNumber()) {
            return OptionalInt.empty();
        }
        var a = one.path("value").decimalValue();
        var b = two.path("value").decimalValue();
        if (code(one).equals(code(two))
                && one.path("system").asString("").equals(two.path("system").asString(""))) {
            return OptionalInt.of(a.compareTo(b));
        }
        var from = unit(one);
        var to = unit(two);
        if (from == null || to == null || !from.dimension().equals(to.dimension())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(a.multiply(from.size()).compareTo(b.multiply(to.size())));
    }

    private static String code(JsonNode quantity) {
        return quantity.has("code")
                ? quantity.path("code").asString("")
                : quantity.path("unit").asString("");
    }

    private static @Nullable Unit unit(JsonNode quantity) {
        return quantity.path("system").asString("").equals(UCUM) ? UNITS.get(code(quantity)) : null;
    }
}
