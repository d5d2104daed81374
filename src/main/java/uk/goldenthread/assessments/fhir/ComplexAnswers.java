package uk.goldenthread.assessments.fhir;

import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks of answers that have parts: files, references, quantities and codes of a value set.
final class ComplexAnswers {
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private static final Pattern REFERENCE =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/[A-Za-z0-9.-]{1,64}(?:/_history/[A-Za-z0-9.-]{1,64})?");

    private final ValueSets valueSets;
    private final Findings findings;

    ComplexAnswers(ValueSets valueSets, Findings findings) {
        this.valueSets = valueSets;
        this.findings = findings;
    }

    void attachment(Definition definition, Value value, String path) {
        int size = value.node().path("size").asInt(-1);
        if (value.node().has("data")) {
            try {
                int length = Base64.getDecoder().decode(value.text("data")).length;
                if (size >= 0 && size != length) {
                    findings.fatal(path, "the file is said to have %d bytes and has %d".formatted(size, length));
                }
                size = length;
            } catch (IllegalArgumentException notBase64) {
                findings.fatal(path, "the file is not Base64");
            }
        }
        var types = definition.extensions("mimeType").stream()
                .flatMap(extension -> Value.of(extension).stream())
                .map(type -> type.node().asString(""))
                .toList();
        if (!types.isEmpty() && !types.contains(value.text("contentType"))) {
            findings.error(path, "files of type \"%s\" are not asked for".formatted(value.text("contentType")));
        }
        int given = size;
        definition
                .extension("maxSize")
                .filter(most -> most.node().isNumber()
                        && given > most.node().decimalValue().doubleValue() * 1024 * 1024)
                .ifPresent(most -> findings.error(path, "the file is larger than %s MB".formatted(most.node())));
    }

    void reference(Definition definition, Value value, String path) {
        var reference = value.text("reference");
        var matcher = REFERENCE.matcher(reference);
        if (reference.startsWith("#") || reference.startsWith("urn:") || !reference.contains("/")) {
            return; // contained or logical: its type is not in its address
        }
        if (!matcher.matches() || !ResourceTypes.R4.contains(matcher.group(1))) {
            findings.error(path, "\"%s\" names no type of resource".formatted(reference));
            return;
        }
        var allowed = definition.extensions("questionnaire-referenceResource").stream()
                .flatMap(extension -> Value.of(extension).stream())
                .map(type -> type.node().asString(""))
                .collect(Collectors.toSet());
        if (!allowed.isEmpty() && !allowed.contains(matcher.group(1))) {
            findings.error(path, "a reference to %s is not asked for".formatted(matcher.group(1)));
        }
    }

    void quantity(Definition definition, Value value, String path) {
        limit(definition, value, path, SDC + "minQuantity", -1);
        limit(definition, value, path, SDC + "maxQuantity", 1);
        var units = definition.extensions("questionnaire-unitOption");
        Set<String> codes = units.stream()
                .flatMap(extension -> Value.of(extension).stream())
                .map(unit -> unit.text("system") + "|" + unit.text("code"))
                .collect(Collectors.toSet());
        if (!codes.isEmpty() && !codes.contains(value.text("system") + "|" + value.text("code"))) {
            findings.error(path, "the unit is none of those offered");
        }
        definition.extension("questionnaire-unitValueSet").ifPresent(set -> unitAmong(set, value, path));
    }

    private void limit(Definition definition, Value value, String path, String extension, int beyond) {
        definition.extension(extension).ifPresent(limit -> {
            var order = value.compareTo(limit);
            if (order.isEmpty()) {
                findings.error(path, "the unit cannot be compared with that of the limit");
            } else if (order.getAsInt() == beyond) {
                findings.error(path, "the quantity lies beyond the limit");
            }
        });
    }

    private void unitAmong(Value set, Value value, String path) {
        var codes = valueSets.find(set.node().asString(""));
        if (codes.isEmpty()) {
            findings.error(path, "the set of units %s is not known here".formatted(set.node()));
        } else if (!codes.get().system().equals(value.text("system"))
                || !codes.get().contains(value.text("code"))) {
            findings.error(path, "the unit \"%s\" is not in the set of units".formatted(value.text("code")));
        }
    }

    /// A code chosen from a value set, or a text that is one of its codes.
    void among(String canonical, Value value, String path) {
        var codes = valueSets.find(canonical);
        if (codes.isEmpty()) {
            findings.error(path, "the value set %s is not known here".formatted(canonical));
            return;
        }
        var coding = value.kind().equals("Coding");
        var code = coding ? value.text("code") : value.node().asString("");
        var foreign = coding && !value.text("system").equals(codes.get().system());
        if (foreign || !codes.get().contains(code)) {
            findings.error(path, "\"%s\" is not in the value set %s".formatted(code, canonical));
        } else if (coding && codes.get().misnames(code, value.text("display"))) {
            findings.error(path, "\"%s\" is not what code %s means".formatted(value.text("display"), code));
        }
    }
}
