package uk.goldenthread.assessments.fhir;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The sets of codes that answers may be chosen from: those a questionnaire carries itself, and the two of FHIR's own
/// that
/// need no terminology server.
final class ValueSets {
    private static final String BASE = "http://hl7.org/fhir/ValueSet/";
    private static final Codes ITEM_TYPE = new Codes("http://hl7.org/fhir/item-type", itemTypes(), true);
    private static final Codes COUNTRIES = new Codes("urn:iso:std:iso:3166", countries(), false);

    private final JsonNode questionnaire;

    ValueSets(JsonNode questionnaire) {
        this.questionnaire = questionnaire;
    }

    /// Codes of one system with what each is called.
    ///
    /// @param exact whether the names are fixed; names of countries differ between lists
    record Codes(String system, Map<String, String> names, boolean exact) {
        boolean contains(String code) {
            return names.containsKey(code);
        }

        /// Whether a coding names its code wrongly: with another name where they are fixed, else with another's name.
        boolean misnames(String code, String display) {
            var right = names.getOrDefault(code, "");
            if (display.isEmpty() || right.equalsIgnoreCase(display)) {
                return false;
            }
            return exact || names.values().stream().anyMatch(display::equalsIgnoreCase);
        }
    }

    /// The codes of a value set; empty when it is not known here.
    Optional<Codes> find(String canonical) {
        var url = canonical.split("\\|", 2)[0];
        if (url.equals(BASE + "item-type")) {
            return Optional.of(ITEM_TYPE);
        }
        if (url.equals(BASE + "jurisdiction") || url.equals(BASE + "iso3166-1-2")) {
            return Optional.of(COUNTRIES);
        }
        for (var contained : questionnaire.path("contained")) {
            var mine = url.equals("#" + contained.path("id").asString(""))
                    || url.equals(contained.path("url").asString(""));
            if (mine && contained.path("resourceType").asString("").equals("ValueSet")) {
                return Optional.of(contained(contained));
            }
        }
        return Optional.empty();
    }

    private static Codes contained(JsonNode set) {
        var names = new LinkedHashMap<String, String>();
        var system = "";
        for (var include : set.path("compose").path("include")) {
            system = include.path("system").asString(system);
            include.path("concept").forEach(concept -> put(names, concept));
        }
        for (var concept : set.path("expansion").path("contains")) {
            system = concept.path("system").asString(system);
            put(names, concept);
        }
        return new Codes(system, names, false);
    }

    private static void put(Map<String, String> names, JsonNode concept) {
        names.put(concept.path("code").asString(""), concept.path("display").asString(""));
    }

    private static Map<String, String> countries() {
        var names = new LinkedHashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            names.put(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
        }
        return names;
    }

    private static Map<String, String> itemTypes() {
        var names = new LinkedHashMap<String, String>();
        names.put("group", "Group");
        names.put("display", "Display");
        names.put("question", "Question");
        names.put("boolean", "Boolean");
        names.put("decimal", "Decimal");
        names.put("integer", "Integer");
        names.put("date", "Date");
        names.put("dateTime", "Date Time");
        names.put("time", "Time");
        names.put("string", "String");
        names.put("text", "Text");
        names.put("url", "Url");
        names.put("choice", "Choice");
        names.put("open-choice", "Open Choice");
        names.put("attachment", "Attachment");
        names.put("reference", "Reference");
        names.put("quantity", "Quantity");
        return names;
    }
}
