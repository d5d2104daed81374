package uk.goldenthread.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.organisations.FirstIcb.Wanted;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class FirstIcbTest {
    @Autowired
    FirstIcb firstIcb;

    @Autowired
    Accounts accounts;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFirstPersonActsForEachIcbAndTheirPasswordIsKeptOnlyAsAHash() {
        var made = firstIcb.make(
                List.of(new Wanted("QF1", "NHS First ICB"), new Wanted("QF2", "NHS Second ICB")),
                "first@icb.test.invalid");

        var account = work.read(
                Scope.system(),
                () -> jdbc.sql("select id, password_hash from account where sign_in_name = :name")
                        .param("name", made.signInName())
                        .query((row, _) -> List.of(row.getString("id"), row.getString("password_hash")))
                        .single());
        assertThat(accounts.places(Integer.parseInt(account.getFirst())))
                .extracting(Accounts.Place::organisationName)
                .containsExactly("NHS First ICB", "NHS Second ICB");
        assertThat(account.getLast()).startsWith("$argon2id$").doesNotContain(made.password());
        assertThat(made.password()).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    }

    @Test
    void severalIcbsArePartedBySemicolonsAndEachHasAName() {
        assertThat(FirstIcb.wanted("QJ2; QWU", "NHS Derby and Derbyshire ICB; NHS Coventry and Warwickshire ICB"))
                .containsExactly(
                        new Wanted("QJ2", "NHS Derby and Derbyshire ICB"),
                        new Wanted("QWU", "NHS Coventry and Warwickshire ICB"));
        assertThatThrownBy(() -> FirstIcb.wanted("QJ2;QWU", "NHS Derby and Derbyshire ICB"))
                .hasMessageContaining("names 2 ICBs and GOLDENTHREAD_ICB_NAME 1");
        assertThatThrownBy(() -> FirstIcb.wanted("qj2", "NHS Derby and Derbyshire ICB"))
                .hasMessageContaining("register codes such as QJ2");
    }
}
