package uk.goldenthread.contracts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.contracts.model.Check;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Form;
import uk.goldenthread.contracts.model.Gateway;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.model.Route;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.database.Conditions;

/// SQL that reads contracts.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ContractReading {
    private static final String COLUMNS = """
            select c.id, c.icb, c.organisation, c.reference, c.title, c.form, c.lead_commissioner, c.associates, c.start_on,
                c.end_on, c.monthly_value, c.clauses, c.stage, c.stage_since, c.route,
                c.specification_signed_at is not null as signed_off, c.exemption, c.version,
                exists (select from contract_requirement r where r.contract = c.id and r.safeguarding) as asks
            from contract c
            where %s
            """;
    private static final String LIST = COLUMNS + " order by %s limit :size offset :skip";
    private static final String COUNT = "select count(*) from contract c where %s";
    private static final String CHECKS = """
            select code, passed, note, checked_by, at from contract_check
            where contract = :contract and icb = :icb
            order by code
            """;
    private static final String WAIVER = """
            select until, reason, granted_on, granted_by from contract_waiver
            where contract = :contract and icb = :icb
            order by id desc
            limit 1
            """;
    private static final String REQUIREMENTS = """
            select clause, what, frequency, safeguarding from contract_requirement
            where contract = :contract and icb = :icb
            order by id
            """;
    private static final String STEPS = """
            select day, at, by_name, step, stage, words, icb_only from contract_step
            where contract = :contract and icb = :icb
            order by id
            """;

    private final JdbcClient jdbc;

    ContractReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Conditions within(Actor actor) {
        var conditions = Conditions.of("c.icb = :icb", "icb", actor.icb());
        return actor.reachesWholeIcb()
                ? conditions
                : conditions
                        .and("c.organisation = :own", "own", actor.organisation())
                        .when(true, "c.stage not in ('PLANNING', 'SPECIFICATION', 'PROCUREMENT', 'DUE_DILIGENCE')");
    }

    public Optional<Contract> find(Actor actor, long id) {
        var conditions = within(actor).and("c.id = :id", "id", id);
        return jdbc.sql(COLUMNS.formatted(conditions.sql()))
                .params(conditions.values())
                .query(ContractReading::contract)
                .optional();
    }

    /// Those of these contracts that the actor may see.
    public List<Contract> some(Actor actor, List<Long> ids) {
        var conditions = within(actor).and("c.id = any(:ids::bigint[])", "ids", ids.toArray(Long[]::new));
        return jdbc.sql(COLUMNS.formatted(conditions.sql()) + " order by c.id")
                .params(conditions.values())
                .query(ContractReading::contract)
                .list();
    }

    static Contract contract(ResultSet row, int number) throws SQLException {
        var terms = new Contract.Terms(
                row.getString("reference"),
                row.getString("title"),
                Form.valueOf(row.getString("form")),
                row.getString("lead_commissioner"),
                row.getString("associates"),
                row.getObject("start_on", LocalDate.class),
                row.getObject("end_on", LocalDate.class),
                row.getBigDecimal("monthly_value"),
                List.of((String[]) row.getArray("clauses").getArray()));
        var route = row.getString("route");
        return new Contract(
                row.getLong("id"),
                row.getInt("icb"),
                row.getInt("organisation"),
                terms,
                Stage.valueOf(row.getString("stage")),
                row.getObject("stage_since", LocalDate.class),
                route == null ? null : Route.valueOf(route),
                row.getBoolean("signed_off"),
                row.getBoolean("asks"),
                row.getString("exemption"),
                row.getInt("version"));
    }

    /// Which contracts.
    ///
    /// @param show `force`, `making`, `trouble`, `ending`, `over` or `all`
    /// @param endingBy the last end that counts as ending
    public record Filter(
            String show,
            @Nullable Integer organisation,
            @Nullable String form,
            LocalDate endingBy,
            String sort) {}

    public List<Contract> list(Actor actor, Filter filter, int size, long skip) {
        var conditions = conditions(actor, filter).value("size", size).value("skip", skip);
        var order = filter.sort().equals("reference") ? "c.reference, c.id" : "c.end_on, c.id";
        return jdbc.sql(LIST.formatted(conditions.sql(), order))
                .params(conditions.values())
                .query(ContractReading::contract)
                .list();
    }

    public long count(Actor actor, Filter filter) {
        var conditions = conditions(actor, filter);
        return jdbc.sql(COUNT.formatted(conditions.sql()))
                .params(conditions.values())
                .query(Long.class)
                .single();
    }

    private static Conditions conditions(Actor actor, Filter filter) {
        var conditions = within(actor)
                .given("c.organisation = :organisation", "organisation", filter.organisation())
                .given("c.form = :form", "form", filter.form());
        return switch (filter.show()) {
            case "force" -> conditions.and("c.stage = any(:stages::text[])", "stages", names(Stage::isInForce));
            case "making" ->
                conditions.and(
                        "c.stage = any(:stages::text[])", "stages", names(each -> !each.isInForce() && !each.isOver()));
            case "trouble" ->
                conditions.when(true, "c.stage in ('PERFORMANCE_NOTICE', 'RAP', 'RAP_BREACHED', 'WITHHOLDING')");
            case "ending" ->
                conditions
                        .and("c.stage = any(:stages::text[])", "stages", names(Stage::isInForce))
                        .and("c.end_on <= :ending", "ending", filter.endingBy());
            case "over" -> conditions.and("c.stage = any(:stages::text[])", "stages", names(Stage::isOver));
            default -> conditions;
        };
    }

    private static String[] names(java.util.function.Predicate<Stage> wanted) {
        return List.of(Stage.values()).stream().filter(wanted).map(Stage::name).toArray(String[]::new);
    }

    /// Whether another contract of the ICB has that reference.
    public boolean isTaken(Contract contract, String reference) {
        return jdbc.sql(
                        "select exists (select from contract where icb = :icb and reference = :reference and id <> :id)")
                .param("icb", contract.icb())
                .param("reference", reference)
                .param("id", contract.id())
                .query(Boolean.class)
                .single();
    }

    /// A check as it was recorded.
    public record Checked(Check check, boolean passed, String note, int by, Instant at) {}

    /// The checks that were recorded; none for those who do not see the whole ICB.
    public List<Checked> checks(Contract contract) {
        return of(contract, CHECKS)
                .query((row, _) -> new Checked(
                        Check.valueOf(row.getString("code")),
                        row.getBoolean("passed"),
                        row.getString("note"),
                        row.getInt("checked_by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec of(Contract contract, String sql) {
        return jdbc.sql(sql).param("contract", contract.id()).param("icb", contract.icb());
    }

    /// A waiver of failed checks.
    public record Waiver(LocalDate grantedOn, LocalDate until, String reason, int by) {}

    /// The latest waiver.
    public Optional<Waiver> waiver(Contract contract) {
        return of(contract, WAIVER)
                .query((row, _) -> new Waiver(
                        row.getObject("granted_on", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getString("reason"),
                        row.getInt("granted_by")))
                .optional();
    }

    /// The gateway as its rules see it.
    public Gateway gateway(Contract contract) {
        var passed = new HashMap<String, Boolean>();
        checks(contract).forEach(each -> passed.put(each.check().name(), each.passed()));
        return Gateway.of(passed, waiver(contract).map(Waiver::until).orElse(null));
    }

    public List<Requirement> requirements(Contract contract) {
        return of(contract, REQUIREMENTS)
                .query((row, _) -> new Requirement(
                        row.getString("clause"),
                        row.getString("what"),
                        row.getString("frequency"),
                        row.getBoolean("safeguarding")))
                .list();
    }

    /// One thing that happened to a contract.
    public record Happened(
            LocalDate day, Instant at, String by, String step, Stage stage, String words, boolean icbOnly) {}

    /// What happened, the oldest first.
    public List<Happened> steps(Contract contract) {
        return of(contract, STEPS)
                .query((row, _) -> new Happened(
                        row.getObject("day", LocalDate.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("step"),
                        Stage.valueOf(row.getString("stage")),
                        row.getString("words"),
                        row.getBoolean("icb_only")))
                .list();
    }
}
