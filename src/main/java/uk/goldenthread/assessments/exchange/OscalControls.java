package uk.goldenthread.assessments.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.goldenthread.assessments.exchange.OscalCatalog.Defaults;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Criterion.Certainty;
import uk.goldenthread.assessments.model.Criterion.Origin;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Question;

/// Reads the groups and controls of an OSCAL catalogue.
final class OscalControls {
    private final Defaults defaults;
    private final String title;

    /// @param title of the catalogue, which is the source of a line that names none
    OscalControls(Defaults defaults, String title) {
        this.defaults = defaults;
        this.title = title;
    }

    void standards(JsonNode holder, List<Standard> into) {
        for (var group : holder.path("groups")) {
            if (!group.path("controls").isEmpty()) {
                var criteria = new ArrayList<Criterion>();
                group.path("controls").forEach(control -> criteria.add(criterion(control)));
                into.add(new Standard(code(group), group.path("title").asString(""), criteria));
            }
            standards(group, into);
        }
    }

    private Criterion criterion(JsonNode control) {
        var rated = new Question(
                code(control), control.path("title").asString(""), new AnswerKind.Rated(defaults.scale()), true, null);
        var questions = new ArrayList<Question>();
        for (var part : control.path("parts")) {
            if (property(part, "answer") == null) {
                continue; // prose of another's catalogue: the title is what is rated
            }
            var question = question(part);
            if (part.path("name").asString("").equals("statement")) {
                rated = question;
            } else {
                questions.add(question);
            }
        }
        Set<String> applies = new HashSet<>(properties(control, "applies"));
        return new Criterion(
                rated,
                applies.isEmpty() ? defaults.appliesTo() : applies,
                new BigDecimal(property(control, "weight", "1")),
                Boolean.parseBoolean(property(control, "critical", "false")),
                new Origin(
                        property(control, "source", title),
                        Certainty.valueOf(property(control, "certainty", Certainty.UNSURE.name()))),
                questions);
    }

    private static Question question(JsonNode part) {
        var answer = property(part, "answer", "");
        return new Question(
                code(part),
                part.path("prose").asString(""),
                Wording.kind(answer, properties(part, "option"))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s asks for an unknown kind of answer \"%s\"".formatted(code(part), answer))),
                Boolean.parseBoolean(property(part, "required", "false")),
                Wording.condition(properties(part, "when")));
    }

    /// The label, else the identifier.
    private static String code(JsonNode node) {
        return property(node, "label", node.path("id").asString(""));
    }

    static String property(JsonNode holder, String name, String otherwise) {
        var value = property(holder, name);
        return value == null ? otherwise : value;
    }

    static @Nullable String property(JsonNode holder, String name) {
        var all = properties(holder, name);
        return all.isEmpty() ? null : all.getFirst();
    }

    /// Labels are OSCAL's own; every other property read is of our namespace.
    static List<String> properties(JsonNode holder, String name) {
        var values = new ArrayList<String>();
        for (var property : holder.path("props")) {
            var ours = name.equals("label") || property.path("ns").asString("").equals(OscalCatalog.NAMESPACE);
            if (ours && property.path("name").asString("").equals(name)) {
                values.add(property.path("value").asString(""));
            }
        }
        return values;
    }
}
