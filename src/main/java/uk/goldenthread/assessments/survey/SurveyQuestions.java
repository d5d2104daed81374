package uk.goldenthread.assessments.survey;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;

/// The questions of `catalogue/survey.yaml`, read once when the system starts, which a bad file stops.
@Component
public class SurveyQuestions {
    /// The answers a person may give, the best first, with their words.
    public static final List<Answer> ANSWERS = List.of(
            new Answer("YES", "Yes"),
            new Answer("PARTLY", "Partly"),
            new Answer("NO", "No"),
            new Answer("DONT_KNOW", "Do not know"));

    private static final String RESOURCE = "catalogue/survey.yaml";

    private final List<Question> all;

    SurveyQuestions(Frameworks frameworks) {
        this.all = read(YamlFile.resource(RESOURCE), frameworks);
    }

    /// An answer that is offered.
    public record Answer(String value, String words) {}

    /// A question.
    ///
    /// @param lines by framework, the codes of the criteria whose claims it tests
    public record Question(String code, String text, Map<String, List<String>> lines) {}

    /// Questions from a file.
    ///
    /// @throws uk.goldenthread.catalogue.CatalogueInvalid with every problem: a framework or a line that is
    ///     not there
    static List<Question> read(YamlFile file, Frameworks frameworks) {
        return file.read(root -> root.list("questions", entry -> question(entry, frameworks)));
    }

    private static Question question(YamlEntry entry, Frameworks frameworks) {
        return new Question(entry.text("code"), entry.text("text"), frameworks.linesNamed(entry));
    }

    /// Those that test a framework's claims, in order.
    public List<Question> of(String framework) {
        return all.stream()
                .filter(question -> question.lines().containsKey(framework))
                .toList();
    }
}
