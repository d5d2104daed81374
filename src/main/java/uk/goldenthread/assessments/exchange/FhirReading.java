package uk.goldenthread.assessments.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Criterion.Certainty;
import uk.goldenthread.assessments.model.Criterion.Origin;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Reads a FHIR R4 Questionnaire as a framework: ours exactly, another's where its groups hold choices among the points
/// of a scale we know.
public final class FhirReading {
    private final JsonNode questionnaire;
    private final Set<String> appliesTo;
    private final List<Reason> reasons = new ArrayList<>();

    private FhirReading(JsonNode questionnaire, Set<String> appliesTo) {
        this.questionnaire = questionnaire;
        this.appliesTo = appliesTo;
    }

    /// The edition a questionnaire describes.
    ///
    /// @param appliesTo whom its criteria apply to where it does not say
    public static Outcome<FrameworkEdition> read(JsonNode questionnaire, Set<String> appliesTo) {
        return new FhirReading(questionnaire, appliesTo).read();
    }

    private Outcome<FrameworkEdition> read() {
        var version = questionnaire.path("version").asString("");
        var start = questionnaire.path("effectivePeriod").path("start").asString("");
        if (!questionnaire.path("resourceType").asString("").equals("Questionnaire")) {
            return Outcome.refused(List.of(Reason.house("resourceType", "This is not a Questionnaire")));
        }
        if (version.isBlank()) {
            reasons.add(Reason.house("version", "The questionnaire does not say which edition it is"));
        }
        var standards = new ArrayList<Standard>();
        try {
            for (var group : questionnaire.path("item")) {
                standards.add(standard(group));
            }
            var from = LocalDate.parse(start);
            var end = questionnaire.path("effectivePeriod").path("end").asString("");
            return Outcome.unless(
                    reasons,
                    () -> new FrameworkEdition(
                            first(questionnaire, "code")
                                    .orElse(questionnaire.path("name").asString("IMPORTED")),
                            questionnaire.path("title").asString(""),
                            version,
                            from,
                            end.isEmpty() ? null : LocalDate.parse(end).plusDays(1),
                            FhirQuestionnaire.extensions(questionnaire, "basis"),
                            standards));
        } catch (DateTimeException noDay) {
            reasons.add(Reason.house("effectivePeriod", "The questionnaire does not say from which day it holds"));
        } catch (IllegalArgumentException wrong) {
            reasons.add(Reason.house("item", String.valueOf(wrong.getMessage())));
        }
        return Outcome.refused(reasons);
    }

    private Standard standard(JsonNode group) {
        var code = group.path("linkId").asString("").replaceFirst("^group-", "");
        if (!group.path("type").asString("").equals("group")) {
            reasons.add(Reason.house(code, "Item %s stands in no group".formatted(code)));
        }
        var criteria = new ArrayList<Criterion>();
        @Nullable JsonNode rated = null;
        var questions = new ArrayList<Question>();
        for (var item : group.path("item")) {
            if (kind(item) instanceof AnswerKind.Rated) {
                if (rated != null) {
                    criteria.add(criterion(rated, questions));
                }
                rated = item;
                questions.clear();
            } else if (rated == null) {
                var orphan = item.path("linkId").asString("");
                reasons.add(Reason.house(orphan, "Item %s follows no rated item".formatted(orphan)));
            } else {
                questions.add(question(item));
            }
        }
        if (rated != null) {
            criteria.add(criterion(rated, questions));
        }
        return new Standard(code, group.path("text").asString(""), criteria);
    }

    private Criterion criterion(JsonNode item, List<Question> questions) {
        Set<String> applies = new HashSet<>(FhirQuestionnaire.extensions(item, "applies"));
        return new Criterion(
                question(item),
                applies.isEmpty() ? appliesTo : applies,
                new BigDecimal(first(item, "weight").orElse("1")),
                Boolean.parseBoolean(first(item, "critical").orElse("false")),
                new Origin(
                        first(item, "source").orElse(questionnaire.path("url").asString("")),
                        Certainty.valueOf(first(item, "certainty").orElse(Certainty.UNSURE.name()))),
                questions);
    }

    private Question question(JsonNode item) {
        return new Question(
                item.path("linkId").asString(""),
                item.path("text").asString(""),
                kind(item),
                item.path("required").asBoolean(false),
                condition(item));
    }

    private AnswerKind kind(JsonNode item) {
        var type = item.path("type").asString("");
        var codes = options(item);
        var ours = first(item, "answer").flatMap(text -> Wording.kind(text, codes));
        if (ours.isPresent()) {
            return ours.get();
        }
        return switch (type) {
            case "boolean" -> new AnswerKind.YesNo();
            case "decimal", "integer" -> new AnswerKind.Decimal();
            case "date" -> new AnswerKind.Day();
            case "string", "text" -> new AnswerKind.Words();
            case "choice" ->
                scale(codes).<AnswerKind>map(AnswerKind.Rated::new).orElseGet(() -> new AnswerKind.Choice(codes));
            default ->
                throw new IllegalArgumentException("Item %s is of type \"%s\", which no framework asks for"
                        .formatted(item.path("linkId").asString(""), type));
        };
    }

    private static List<String> options(JsonNode item) {
        var codes = new ArrayList<String>();
        item.path("answerOption")
                .forEach(option ->
                        codes.add(option.path("valueCoding").path("code").asString("")));
        return codes;
    }

    /// The scale whose points, with or without `NA`, are exactly these.
    private static Optional<RatingScale> scale(List<String> codes) {
        var offered = new HashSet<>(codes);
        offered.remove(AnswerKind.NA);
        return Arrays.stream(RatingScale.values())
                .filter(scale -> scale.points().size() == offered.size()
                        && scale.points().stream().allMatch(point -> offered.contains(point.code())))
                .findFirst();
    }

    private @Nullable Condition condition(JsonNode item) {
        var ours = FhirQuestionnaire.extensions(item, "when");
        if (!ours.isEmpty()) {
            return Wording.condition(ours);
        }
        var tests = new ArrayList<Condition.Test>();
        for (var when : item.path("enableWhen")) {
            FhirAnswers.test(when)
                    .ifPresentOrElse(
                            tests::add,
                            () -> reasons.add(Reason.house(
                                    item.path("linkId").asString(""),
                                    "The condition of item %s has no counterpart in a framework"
                                            .formatted(item.path("linkId").asString("")))));
        }
        return tests.isEmpty()
                ? null
                : new Condition(item.path("enableBehavior").asString("any").equals("all"), tests);
    }

    private static Optional<String> first(JsonNode holder, String name) {
        return FhirQuestionnaire.extensions(holder, name).stream().findFirst();
    }
}
