package uk.goldenthread.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class HistoryTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnitOfWork work;

    @Autowired
    Given given;

    private static final Scope ANYONE = Scope.system();

    @Test
    void anOrganisationIsSeenUnderTheNameItHadThen() {
        var icb = given.icb();
        var before = freeze();
        rename(icb.id(), "Renamed ICB");

        assertThat(nameOf(icb.id(), before)).isEqualTo(icb.name());
        assertThat(nameOf(icb.id(), null)).isEqualTo("Renamed ICB");
    }

    @Test
    void aRowThatDidNotExistThenIsNotSeen() {
        var before = freeze();
        var icb = given.icb();

        var seen = work.read(
                ANYONE,
                before,
                () -> jdbc.sql("select count(*) from organisation where id = :id")
                        .param("id", icb.id())
                        .query(Integer.class)
                        .single());

        assertThat(seen).isZero();
    }

    @Test
    void aDeletedRowIsStillSeenAsItStood() {
        var icb = given.icb();
        var before = freeze();
        work.write(
                ANYONE,
                () -> jdbc.sql("delete from organisation where id = :id")
                        .param("id", icb.id())
                        .update());

        assertThat(nameOf(icb.id(), before)).isEqualTo(icb.name());
    }

    @Test
    void whatIsChangedTwiceInOneTransactionLeavesOneVersionBehind() {
        var icb = given.icb();
        work.write(ANYONE, () -> {
            rename(icb.id(), "First");
            rename(icb.id(), "Second");
            return true;
        });

        var versions = work.read(
                ANYONE,
                () -> jdbc.sql("select name from history.organisation where id = :id")
                        .param("id", icb.id())
                        .query(String.class)
                        .list());

        assertThat(versions).containsExactly(icb.name());
    }

    @Test
    void historyCannotBeRewrittenByTheApplication() {
        assertThatThrownBy(() -> work.write(
                        ANYONE,
                        () -> jdbc.sql("delete from history.organisation").update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void withoutAScopeNothingIsSeen() {
        given.icb();

        assertThat(jdbc.sql("select count(*) from organisation")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Instant freeze() {
        return work.read(
                ANYONE,
                () -> jdbc.sql("select lib.freeze_instant()")
                        .query(Timestamp.class)
                        .single()
                        .toInstant());
    }

    private void rename(int id, String name) {
        work.write(
                ANYONE,
                () -> jdbc.sql("update organisation set name = :name where id = :id")
                        .param("name", name)
                        .param("id", id)
                        .update());
    }

    private String nameOf(int id, @org.jspecify.annotations.Nullable Instant asAt) {
        return work.read(
                ANYONE,
                asAt,
                () -> jdbc.sql("select name from organisation where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
    }
}
