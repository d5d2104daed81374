package uk.goldenthread.assessments.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Condition.Operator;

class ConditionTextTest {
    @Test
    void everyOperatorIsReadAndWritten() {
        var all = new Condition(
                true,
                List.of(
                        new Condition.Test("1.1", Operator.IS, "0"),
                        new Condition.Test("1.2", Operator.IS_NOT, "ward \"B\" and bay"),
                        new Condition.Test("beds", Operator.ANSWERED, ""),
                        new Condition.Test("many", Operator.AT_LEAST, "2.5")));

        assertThat(ConditionText.of(all))
                .isEqualTo(
                        "1.1 is 0 and 1.2 is not \"ward \"\"B\"\" and bay\" and beds is answered and many is at least 2.5");
        assertThat(ConditionText.parse(ConditionText.of(all))).contains(all);
        assertThat(ConditionText.parse("  a   IS  YES\n OR b is At Least 3 "))
                .contains(new Condition(
                        false,
                        List.of(
                                new Condition.Test("a", Operator.IS, "YES"),
                                new Condition.Test("b", Operator.AT_LEAST, "3"))));
        for (var word : List.of("not", "answered", "at", "and", "or")) {
            var odd = new Condition(true, List.of(new Condition.Test("a", Operator.IS, word)));
            assertThat(ConditionText.parse(ConditionText.of(odd))).as(word).contains(odd);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.1",
                "1.1 0",
                "1.1 is",
                "1.1 is not",
                "1.1 is 0 and",
                "and 1.1 is 0",
                "1.1 is 0 1.2 is 0",
                "1.1 is 0, 1.2 is 0",
                "1.1 is 0 and 1.2 is 0 or 1.3 is 0",
                "1.1 is answered 3",
                "1.1 is \"open"
            })
    void whatIsNoConditionIsNotRead(String text) {
        assertThat(ConditionText.parse(text)).isEmpty();
    }
}
