package uk.goldenthread.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final String ADDRESS = "morag.campbell@nhs.net";
    private static final String NAME = "Morag Campbell";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elevenlette",
                "password1234",
                "passwordpassword",
                "qwertyuiop12",
                "111111111111",
                "abcdefghijkl",
                "Safeguarding1",
                "goldenthread1",
                "campbell-tin-river-oak",
                "tin river MORAG oak"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(PasswordRules.problem(password, ADDRESS, NAME)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tin river harbour oak", "vK7!qzP0-mWx3", "llanfair heron teapot", "Übung macht den Meister nie"
            })
    void longAndOutOfTheOrdinaryWillDo(String password) {
        assertThat(PasswordRules.problem(password, ADDRESS, NAME)).isEmpty();
    }

    @Test
    void aVeryLongOneIsRefusedRatherThanCutOff() {
        assertThat(PasswordRules.problem("tin river harbour oak ".repeat(10), ADDRESS, NAME))
                .hasValue("Enter at most 200 characters");
    }

    @Test
    void aShortNameInsideAWordIsNoReason() {
        assertThat(PasswordRules.problem("violin pelican harbour", "li.wu@nhs.net", "Li Wu"))
                .isEmpty();
    }
}
