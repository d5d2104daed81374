package uk.goldenthread.contracts.store;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Contract.Terms;
import uk.goldenthread.contracts.model.Made;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.model.Route;
import uk.goldenthread.contracts.model.Stage;

/// SQL that writes contracts and what belongs to them.
@Repository
public class ContractStore {
    private static final String ADD = """
            insert into contract (icb, organisation, reference, title, form, lead_commissioner, associates, start_on, end_on,
                monthly_value, clauses, stage, stage_since, exemption, succeeds)
            values (:icb, :organisation, :reference, :title, :form, :lead, :associates, :startOn, :endOn, :value,
                :clauses::text[], :stage, :day, :exemption, :succeeds)
            on conflict (icb, reference) do nothing
            returning id
            """;
    private static final String CHANGE = """
            update contract
            set reference = :reference, title = :title, form = :form, lead_commissioner = :lead, associates = :associates,
                start_on = :startOn, end_on = :endOn, monthly_value = :value, clauses = :clauses::text[], version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String MOVE = """
            update contract
            set stage = :stage, stage_since = :day, route = coalesce(:route, route), end_on = coalesce(:endOn, end_on),
                version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String SIGN_OFF = """
            update contract
            set specification_signed_by = :account, specification_signed_at = :at, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String EXEMPT = """
            update contract set exemption = :why, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String CHECK = """
            insert into contract_check (contract, code, icb, organisation, passed, note, checked_by, at)
            values (:contract, :code, :icb, :organisation, :passed, :note, :account, :at)
            on conflict (contract, code) do update
            set passed = excluded.passed, note = excluded.note, checked_by = excluded.checked_by, at = excluded.at
            where contract_check.passed <> excluded.passed or contract_check.note <> excluded.note
            """;
    private static final String WAIVE = """
            insert into contract_waiver (contract, icb, organisation, granted_on, until, reason, granted_by)
            values (:contract, :icb, :organisation, :day, :until, :why, :account)
            """;
    private static final String REQUIRE = """
            insert into contract_requirement (contract, icb, organisation, clause, what, frequency, safeguarding, added_by)
            values (:contract, :icb, :organisation, :clause, :what, :frequency, :safeguarding, :account)
            """;
    private static final String SUCCEED = """
            insert into contract_requirement (contract, icb, organisation, clause, what, frequency, safeguarding, added_by)
            select :successor, icb, organisation, clause, what, frequency, safeguarding, :account
            from contract_requirement where contract = :contract and icb = :icb
            order by id
            """;
    private static final String STEP = """
            insert into contract_step (contract, icb, organisation, at, day, by_name, step, stage, words, icb_only)
            values (:contract, :icb, :organisation, :at, :day, :name, :step, :stage, :words, :icbOnly)
            """;

    private final JdbcClient jdbc;

    ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A contract to be entered.
    ///
    /// @param succeeds the contract it follows; null for none
    public record Entered(
            int organisation,
            Terms terms,
            Stage stage,
            LocalDate day,
            @Nullable String exemption,
            @Nullable Long succeeds) {}

    /// The number of the new contract; none when the ICB has that reference already.
    public Optional<Long> add(int icb, Entered entered) {
        return terms(jdbc.sql(ADD), entered.terms())
                .param("icb", icb)
                .param("organisation", entered.organisation())
                .param("stage", entered.stage().name())
                .param("day", entered.day())
                .param("exemption", entered.exemption(), Types.VARCHAR)
                .param("succeeds", entered.succeeds(), Types.BIGINT)
                .query(Long.class)
                .optional();
    }

    private static JdbcClient.StatementSpec terms(JdbcClient.StatementSpec statement, Terms terms) {
        return statement
                .param("reference", terms.reference())
                .param("title", terms.title())
                .param("form", terms.form().name())
                .param("lead", terms.leadCommissioner())
                .param("associates", terms.associates())
                .param("startOn", terms.startOn())
                .param("endOn", terms.endOn())
                .param("value", terms.monthlyValue(), Types.NUMERIC)
                .param("clauses", terms.clauses().toArray(String[]::new));
    }

    private static void changed(Contract contract, JdbcClient.StatementSpec statement) {
        int rows = statement
                .param("id", contract.id())
                .param("icb", contract.icb())
                .param("version", contract.version())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException(
                    "contract %d changed since it was read".formatted(contract.id()));
        }
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void change(Contract contract, Terms terms) {
        changed(contract, terms(jdbc.sql(CHANGE), terms));
    }

    /// Moves it on.
    ///
    /// @param endOn its new last day; null to leave it
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void move(Contract contract, Stage to, LocalDate day, @Nullable Route route, @Nullable LocalDate endOn) {
        changed(
                contract,
                jdbc.sql(MOVE)
                        .param("stage", to.name())
                        .param("day", day)
                        .param("route", route == null ? null : route.name(), Types.VARCHAR)
                        .param("endOn", endOn, Types.DATE));
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void signOff(Contract contract, int account, Instant at) {
        changed(contract, jdbc.sql(SIGN_OFF).param("account", account).param("at", Timestamp.from(at)));
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void exempt(Contract contract, String why) {
        changed(contract, jdbc.sql(EXEMPT).param("why", why));
    }

    /// Whether it says something new.
    public boolean check(Contract contract, Made made, int account, Instant at) {
        return of(contract, jdbc.sql(CHECK))
                        .param("code", made.check().name())
                        .param("passed", made.passed())
                        .param("note", made.note())
                        .param("account", account)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    private static JdbcClient.StatementSpec of(Contract contract, JdbcClient.StatementSpec statement) {
        return statement
                .param("contract", contract.id())
                .param("icb", contract.icb())
                .param("organisation", contract.organisation());
    }

    public void waive(Contract contract, int account, LocalDate today, LocalDate until, String why) {
        of(contract, jdbc.sql(WAIVE))
                .param("account", account)
                .param("day", today)
                .param("until", until)
                .param("why", why)
                .update();
    }

    public void require(Contract contract, int account, Requirement requirement) {
        of(contract, jdbc.sql(REQUIRE))
                .param("clause", requirement.clause())
                .param("what", requirement.what())
                .param("frequency", requirement.frequency())
                .param("safeguarding", requirement.safeguarding())
                .param("account", account)
                .update();
    }

    /// Lets a successor ask for what the contract asked for.
    public void handOn(Contract contract, long successor, int account) {
        jdbc.sql(SUCCEED)
                .param("contract", contract.id())
                .param("icb", contract.icb())
                .param("successor", successor)
                .param("account", account)
                .update();
    }

    /// One thing that happened.
    ///
    /// @param icbOnly whether it is kept from the provider
    public record Step(String step, Stage stage, String words, boolean icbOnly) {}

    public void step(Contract contract, Actor actor, Instant at, LocalDate day, Step step) {
        of(contract, jdbc.sql(STEP))
                .param("at", Timestamp.from(at))
                .param("day", day)
                .param("name", actor.name())
                .param("step", step.step())
                .param("stage", step.stage().name())
                .param("words", step.words())
                .param("icbOnly", step.icbOnly())
                .update();
    }
}
