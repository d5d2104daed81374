package uk.goldenthread.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class LedgerTest {
    @Autowired
    Ledger ledger;

    @Autowired
    Sealer sealer;

    @Autowired
    Verification verification;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    org.springframework.core.env.Environment environment;

    @Test
    void anEntryIsUndoneWithTheWorkItRecords() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb()).actor();

        assertThatThrownBy(() -> work.write(nurse.scope(), () -> {
                    ledger.record("CHANGED", "thing/undone");
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");

        assertThat(work.read(nurse.scope(), () -> ledger.about("thing/undone", 10)))
                .isEmpty();
    }

    @Test
    void anEntryNamesWhoActed() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb()).actor();
        work.write(nurse.scope(), () -> {
            ledger.record("CHANGED", "thing/named", Map.of("from", 1, "to", 2));
            return true;
        });

        var entries = work.read(nurse.scope(), () -> ledger.about("thing/named", 10));

        assertThat(entries).singleElement().satisfies(e -> {
            assertThat(e.account()).isEqualTo(Integer.toString(nurse.account()));
            assertThat(e.detail()).contains("\"from\": 1");
        });
    }

    @Test
    void anotherIcbDoesNotSeeIt() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb()).actor();
        var stranger = given.person("DESIGNATED_NURSE", given.icb()).actor();
        work.write(nurse.scope(), () -> {
            ledger.record("CHANGED", "thing/private");
            return true;
        });

        assertThat(work.read(stranger.scope(), () -> ledger.about("thing/private", 10)))
                .isEmpty();
    }

    @Test
    void whatIsSealedVerifiesAndCannotBeChangedByTheApplication() {
        work.write(Scope.system(), () -> {
            ledger.record("CHANGED", "thing/sealed");
            return true;
        });

        assertThat(sealer.seal()).isPositive();
        assertThat(work.read(Scope.system(), verification::verify).problems()).isEmpty();
        assertThatThrownBy(() -> work.write(
                        Scope.system(),
                        () -> jdbc.sql("update ledger.entry set action = 'X'").update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    /// What the command `goldenthread ledger verify` does: as the database's owner, who alone could tamper at all.
    @Test
    void tamperingByTheOwnerIsFound() throws Exception {
        var data = java.nio.file.Path.of(environment.getRequiredProperty("GOLDENTHREAD_DATA"));
        work.write(Scope.system(), () -> {
            ledger.record("CHANGED", "thing/tampered");
            return true;
        });
        sealer.seal();
        try (var owner = uk.goldenthread.database.OwnerConnection.open(data, Map.of())) {
            var tools = JdbcClient.create(owner.source());
            assertThat(new Verification(tools).verify().problems()).isEmpty();
            assertThat(OutsideSeals.differences(data.resolve("ledger-seals.csv"), tools))
                    .isEmpty();

            tools.sql("update ledger.entry set account = 'someone else' where subject = 'thing/tampered'")
                    .update();
            assertThat(new Verification(tools).verify().problems())
                    .singleElement()
                    .asString()
                    .contains("content differs");
            tools.sql("update ledger.entry set account = 'system' where subject = 'thing/tampered'")
                    .update();
            assertThat(new Verification(tools).verify().problems()).isEmpty();

            tools.sql("update ledger.seal set hash = sha256(hash) where number = (select max(number) from ledger.seal)")
                    .update();
            assertThat(OutsideSeals.differences(data.resolve("ledger-seals.csv"), tools))
                    .hasSize(1);
            tools.sql("delete from ledger.seal where number = (select max(number) from ledger.seal)")
                    .update();
        }
        java.nio.file.Files.delete(data.resolve("ledger-seals.csv"));
    }
}
