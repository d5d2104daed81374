package uk.goldenthread.assessments.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One item of a questionnaire: a group, a text to show, or a question.
record Definition(JsonNode node, @Nullable Definition parent, List<Definition> children) {
    static final String EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/";

    /// The items of a questionnaire or item, with all below them.
    static List<Definition> of(JsonNode holder, @Nullable Definition parent) {
        var definitions = new ArrayList<Definition>();
        for (var item : holder.path("item")) {
            var children = new ArrayList<Definition>();
            var definition = new Definition(item, parent, children);
            children.addAll(of(item, definition));
            definitions.add(definition);
        }
        return definitions;
    }

    String linkId() {
        return node.path("linkId").asString("");
    }

    String type() {
        return node.path("type").asString("");
    }

    boolean isGroup() {
        return type().equals("group");
    }

    boolean isRequired() {
        return node.path("required").asBoolean(false);
    }

    boolean repeats() {
        return node.path("repeats").asBoolean(false);
    }

    /// The extensions with this address; a short one stands for FHIR's own.
    List<JsonNode> extensions(String url) {
        return extensions(node, url);
    }

    static List<JsonNode> extensions(JsonNode holder, String url) {
        var full = url.contains(":") ? url : EXTENSIONS + url;
        var found = new ArrayList<JsonNode>();
        for (var extension : holder.path("extension")) {
            if (extension.path("url").asString("").equals(full)) {
                found.add(extension);
            }
        }
        return found;
    }

    /// The value of the first such extension.
    Optional<Value> extension(String url) {
        return extensions(url).stream().findFirst().flatMap(Value::of);
    }

    /// A whole number given by an extension.
    Optional<Integer> number(String url) {
        return extension(url).map(value -> value.node().asInt(0));
    }

    static Optional<Definition> find(List<Definition> among, String linkId) {
        for (var definition : among) {
            if (definition.linkId().equals(linkId)) {
                return Optional.of(definition);
            }
            var below = find(definition.children(), linkId);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
