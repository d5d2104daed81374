package uk.goldenthread.visits;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;

/// What is looked at on a visit, part by part, from `catalogue/visit-templates.yaml`.
@Component
public class Template {
    private static final String RESOURCE = "catalogue/visit-templates.yaml";

    private final List<Part> parts;

    Template() {
        parts = YamlFile.resource(RESOURCE).read(root -> {
            root.text("template");
            root.text("edition");
            root.text("source");
            root.text("confidence");
            return root.list("parts", Template::part);
        });
    }

    private static Part part(YamlEntry entry) {
        return new Part(
                entry.text("code"),
                entry.text("name"),
                entry.has("immediate") && entry.flag("immediate"),
                entry.list("questions", question -> new Question(question.text("code"), question.text("text"))));
    }

    /// A part.
    ///
    /// @param immediate whether what is wrong here is an immediate risk
    public record Part(String code, String name, boolean immediate, List<Question> questions) {
        public Part {
            questions = List.copyOf(questions);
        }
    }

    /// A question, scored met, partly or not seen.
    public record Question(String code, String text) {}

    /// Its parts, in the order of a visit.
    public List<Part> parts() {
        return parts;
    }

    /// A part by its code.
    public Optional<Part> part(String code) {
        return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    /// Whether there is a question of this code.
    public boolean has(String question) {
        return parts.stream()
                .flatMap(part -> part.questions().stream())
                .anyMatch(each -> each.code().equals(question));
    }

    /// How many questions there are.
    public int size() {
        return parts.stream().mapToInt(part -> part.questions().size()).sum();
    }
}
