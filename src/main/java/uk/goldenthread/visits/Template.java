package uk.goldenthread.visits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;
import uk.goldenthread.visits.model.Line;

/// What is looked at on a visit, part by part, from `catalogue/visit-templates.yaml`.
@Component
public class Template {
    private static final String RESOURCE = "catalogue/visit-templates.yaml";

    private final List<Part> parts;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    Template() {
        parts = YamlFile.resource(RESOURCE).read(root -> {
            root.text("template");
            root.text("edition");
            root.text("source");
            root.text("confidence");
            return root.list("parts", Template::part);
        });
        for (var part : parts) {
            topics.put(part.code(), new Topic(part, null));
            for (var question : part.questions()) {
                topics.put(question.code(), new Topic(part, question));
            }
        }
    }

    private static Part part(YamlEntry entry) {
        return new Part(
                entry.text("code"),
                entry.text("name"),
                entry.has("immediate") && entry.flag("immediate"),
                entry.list("questions", Template::question));
    }

    private static Question question(YamlEntry entry) {
        return new Question(
                entry.text("code"), entry.text("text"), entry.has("line") ? Line.parse(entry.text("line")) : null);
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
    ///
    /// @param line the line of a framework whose claim it puts to the test; null where none
    public record Question(
            String code, String text, @Nullable Line line) {}

    /// What a finding or an audit is about: a part, or one of its questions.
    ///
    /// @param question null where it is the part as a whole
    public record Topic(Part part, @Nullable Question question) {
        /// The question's code; empty for a part as a whole.
        public String code() {
            return question == null ? "" : question.code();
        }

        /// The line of a framework it bears on, if any.
        public @Nullable Line line() {
            return question == null ? null : question.line();
        }

        /// In words.
        public String words() {
            return question == null ? part.name() : "%s: %s".formatted(part.name(), lower(question.text()));
        }

        private static String lower(String text) {
            return text.matches("[A-Z][a-z].*")
                    ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                    : text;
        }
    }

    /// Its parts, in the order of a visit.
    public List<Part> parts() {
        return parts;
    }

    /// Everything a finding may be about, each part before its questions, by code.
    public Map<String, Topic> topics() {
        return topics;
    }

    /// The question of this code.
    public Optional<Topic> question(String code) {
        return Optional.ofNullable(topics.get(code))
                .filter(topic -> topic.code().equals(code));
    }

    /// Whether there is a question of this code.
    public boolean has(String question) {
        return question(question).isPresent();
    }

    /// How many questions there are.
    public int size() {
        return parts.stream().mapToInt(part -> part.questions().size()).sum();
    }
}
