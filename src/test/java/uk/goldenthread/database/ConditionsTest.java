package uk.goldenthread.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionsTest {
    @Test
    void onlyWhatWasAskedForIsInTheStatement() {
        var conditions = Conditions.of("icb = :icb", "icb", 4)
                .given("period = :period", "period", null)
                .given("kind = :kind", "kind", "GP")
                .when(false, "late")
                .when(true, "locked");

        assertThat(conditions.sql()).isEqualTo("icb = :icb and kind = :kind and locked");
        assertThat(conditions.values()).containsOnlyKeys("icb", "kind");
    }

    @Test
    void noConditionHoldsAlways() {
        assertThat(new Conditions().sql()).isEqualTo("true");
    }
}
