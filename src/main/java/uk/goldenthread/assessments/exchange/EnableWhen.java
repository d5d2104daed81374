package uk.goldenthread.assessments.exchange;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Condition.Test;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Question;

/// Our conditions as FHIR's. Codes have no order there, and its "not equal" also holds while nothing is answered: both
/// are said by listing codes, what is allowed where any test is enough and what is not where all must hold.
final class EnableWhen {
    private EnableWhen() {}

    static void write(Condition condition, FrameworkEdition edition, ObjectNode item) {
        for (var test : condition.tests()) {
            var kind = edition.criteria()
                    .flatMap(criterion -> criterion.all())
                    .filter(question -> question.code().equals(test.question()))
                    .map(Question::kind)
                    .findFirst();
            kind.ifPresent(found -> write(test, found, condition.all(), item));
        }
        item.put("enableBehavior", condition.all() ? "all" : "any");
    }

    private static void write(Test test, AnswerKind kind, boolean all, ObjectNode item) {
        var codes = List.copyOf(FhirQuestionnaire.codes(kind).keySet());
        switch (test.operator()) {
            case IS -> put(test, "=", kind, test.value(), item);
            case ANSWERED -> exists(test, item);
            case IS_NOT -> {
                if (all || codes.isEmpty()) {
                    // a free text in "any" is the one place where nothing answered cannot be told apart
                    put(test, "!=", kind, test.value(), item);
                    if (all) {
                        exists(test, item);
                    }
                } else {
                    codes.stream()
                            .filter(code -> !code.equals(test.value()))
                            .forEach(code -> put(test, "=", kind, code, item));
                }
            }
            case AT_LEAST -> atLeast(test, kind, all, codes, item);
        }
    }

    private static void atLeast(Test test, AnswerKind kind, boolean all, List<String> codes, ObjectNode item) {
        if (codes.isEmpty()) {
            put(test, ">=", kind, test.value(), item);
            return;
        }
        if (all) {
            exists(test, item);
        }
        for (var code : codes) {
            var reaches = kind.reaches(code, test.value());
            if (all && !reaches) {
                put(test, "!=", kind, code, item);
            } else if (!all && reaches) {
                put(test, "=", kind, code, item);
            }
        }
    }

    private static void exists(Test test, ObjectNode item) {
        item.withArray("enableWhen")
                .addObject()
                .put("question", test.question())
                .put("operator", "exists")
                .put("answerBoolean", true);
    }

    private static void put(Test test, String operator, AnswerKind kind, String value, ObjectNode item) {
        var when = item.withArray("enableWhen").addObject();
        when.put("question", test.question()).put("operator", operator);
        switch (kind) {
            case AnswerKind.YesNo _ -> when.put("answerBoolean", value.equals("YES"));
            case AnswerKind.Words _ -> when.put("answerString", value);
            case AnswerKind.Decimal _ -> when.put("answerDecimal", new BigDecimal(value));
            case AnswerKind.Day _ -> when.put("answerDate", value);
            case AnswerKind.Rated _, AnswerKind.Choice _ ->
                when.putObject("answerCoding")
                        .put("system", FhirQuestionnaire.system(kind))
                        .put("code", value);
        }
    }
}
