package uk.goldenthread.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// PostgreSQL from 15 on serves.
class OldDatabaseTest {
    @Test
    void aDatabaseThatIsTooOldStopsTheStartWithOneSentence() {
        assertThatThrownBy(() -> DatabaseConfiguration.refuseTooOld(140_013))
                .hasMessage("GOLDENTHREAD_DB_URL leads to PostgreSQL 14, and 15 to 18 is needed");
        assertThatCode(() -> DatabaseConfiguration.refuseTooOld(150_000)).doesNotThrowAnyException();
    }
}
