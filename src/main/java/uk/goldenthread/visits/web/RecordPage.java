package uk.goldenthread.visits.web;

import java.util.List;
import java.util.Map;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.visits.Template;

/// The form of a visit, part by part, saved as each field is left.
///
/// @param fields what each field shows, by its name
/// @param was what each field held when its reader first saw it, by its name
public record RecordPage(
        long id,
        String purpose,
        String provider,
        List<Template.Part> parts,
        Map<String, String> fields,
        Map<String, String> was,
        List<Option> scores,
        Kept kept,
        FieldErrors errors) {
    /// For whom the browser keeps what it could not send yet, and for how many days; none for 0.
    public record Kept(int account, int days) {}

    /// How many questions have a score.
    public String progress() {
        return "%d of %d questions have a score."
                .formatted(
                        parts.stream().mapToLong(this::scored).sum(),
                        parts.stream()
                                .mapToLong(part -> part.questions().size())
                                .sum());
    }

    /// How many questions of a part have a score.
    public long scored(Template.Part part) {
        return part.questions().stream()
                .filter(question -> !at(question.code() + ".score").isEmpty())
                .count();
    }

    /// What a field shows.
    public String at(String name) {
        return fields.getOrDefault(name, "");
    }
}
