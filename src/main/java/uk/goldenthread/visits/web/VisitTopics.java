package uk.goldenthread.visits.web;

import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.visits.Template;

/// What a finding or an audit may be about, as choices and in words.
final class VisitTopics {
    private VisitTopics() {}

    /// Each part and each question.
    static List<Option> all(Template template) {
        var options = new ArrayList<>(List.of(Option.of("", "Choose")));
        template.topics().forEach((code, topic) -> options.add(Option.of(code, topic.words())));
        return options;
    }

    /// The questions that bear on a line of a framework, and none.
    static List<Option> questions(Template template) {
        var options = new ArrayList<>(List.of(Option.of("", "None of these")));
        template.topics().values().stream()
                .filter(topic -> topic.line() != null)
                .forEach(topic -> options.add(Option.of(topic.code(), topic.words())));
        return options;
    }

    /// What a finding is about. The question on immediate safety asks whether nobody was at risk, which
    /// beside a risk would say the opposite: there the part says it.
    static String words(Template template, String code) {
        var topic = template.topics().get(code);
        if (topic == null) {
            return code;
        }
        return topic.part().immediate() ? topic.part().name() : topic.words();
    }
}
