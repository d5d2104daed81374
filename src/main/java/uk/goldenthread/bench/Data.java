package uk.goldenthread.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import uk.goldenthread.catalogue.KpiCatalogue;
import uk.goldenthread.catalogue.KpiDefinition;

/// The rows that are measured on: invented, and put in set by set as the database's owner. The
/// first ICB, `QB0`, is
/// asked; the others are there so that a statement that forgets whom it is for is seen to be slow.
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
final class Data {
    static final String ICB = "QB0";
    static final String NURSE = "bench-designated-nurse";
    static final String COORDINATOR = "bench-coordinator";
    static final String PROVIDER = "bench-provider-";

    private static final String ORGANISATIONS = """
            with icb as (
                insert into organisation (code, name, kind, opened, fictional)
                values ('QB%1$d', 'NHS Measured %1$d ICB', 'ICB', '2022-07-01', true) returning id),
            provider as (
                insert into organisation (code, name, kind, opened, fictional)
                select 'B%1$d' || to_char(n, 'FM0000'), 'Measured trust ' || n, 'ACUTE', '2020-04-01', true
                from generate_series(1, %2$d) n returning id)
            insert into icb_member (icb, organisation, valid_from)
            select icb.id, provider.id, '2022-07-01' from icb, provider
            """;
    private static final String MEASURES = """
            insert into measure (icb, organisation, kpi, period_start, period, numerator, denominator, value, status,
                source, definition_version)
            select m.icb, m.organisation, kpi, start, to_char(start, 'YYYY-MM'), n, 200, n / 2.0, 'FINAL', 'MEASURED', 1
            from icb_member m, unnest(string_to_array('%2$s', ',')) kpi, generate_series(0, %3$d - 1) q
            cross join lateral (select (date '2023-04-01' + make_interval(months => 3 * q))::date as start,
                (100 + 97.0 * hashtextextended(kpi || m.organisation || ':' || q, 7) / 9.3e18)::int as n) made
            where m.icb = %1$s
            """;
    private static final String STATES = """
            insert into series_state (icb, organisation, kpi, period_start, period, points, numerator, denominator, value,
                status, target, direction, mean, lower_limit, upper_limit, basis, variation, assurance)
            select icb, organisation, kpi, max(period_start), max(period), count(*), max(numerator), 200, max(value),
                'FINAL', 90, '+', avg(value), avg(value) - 20, avg(value) + 20, 'TRIAL',
                (array['COMMON_CAUSE', 'COMMON_CAUSE', 'IMPROVEMENT_HIGH', 'CONCERN_LOW'])[1 + (max(numerator)::int %% 4)],
                (array['PASS', 'FAIL', 'HIT_AND_MISS'])[1 + (max(numerator)::int %% 3)]
            from measure where icb = %1$s group by icb, organisation, kpi
            """;
    private static final String RETURNS = """
            insert into data_return (icb, organisation, kind, period, period_start, period_end, frequency, due_on,
                executive_approval, state, submitted_at, submitted_by, accepted_at, accepted_by)
            select m.icb, m.organisation, 'ACUTE', to_char(start, 'YYYY-MM'), start, start + 31, 'MONTHLY', start + 60,
                true, state, case when state in ('SUBMITTED', 'APPROVED', 'ACCEPTED') then now() end,
                case when state in ('SUBMITTED', 'APPROVED', 'ACCEPTED') then 1 end,
                case when state = 'ACCEPTED' then now() end, case when state = 'ACCEPTED' then 1 end
            from (select icb, organisation, row_number() over (order by organisation) as number
                from icb_member where icb = %1$s) m, generate_series(1, %2$d) n
            cross join lateral (
                select (date_trunc('month', current_date) - make_interval(months => n::int))::date as start,
                    (array['ACCEPTED', 'SUBMITTED', 'NOT_STARTED'])[1 + (n + m.number) %% 3] as state) made
            """;
    private static final String PERSON = """
            with person as (
                insert into account (sign_in_name, name, password_hash, second_factor)
                values ('%1$s@bench.invalid', '%1$s', '-', '\\x00')
                returning id),
            place as (
                select i.id as icb, o.id as organisation from organisation i, organisation o
                where i.code = 'QB0' and o.code = '%3$s'),
            given as (
                insert into role_grant (account, role, icb, organisation, valid_from)
                select person.id, '%2$s', icb, organisation, '2022-07-01' from person, place),
            token as (
                insert into api_token (account, icb, organisation, label, token_hash, expires_on)
                select person.id, icb, organisation, 'bench', '\\x%4$s', current_date + 30 from person, place)
            insert into session (account, icb, organisation, token_hash)
            select person.id, icb, organisation, '\\x%4$s' from person, place
            """;
    private static final String SIGN_IN = """
            with longer as (
                update api_token set expires_on = current_date + 30 where label = 'bench'
                returning account, icb, organisation, token_hash)
            insert into session (account, icb, organisation, token_hash)
            select account, icb, organisation, token_hash from longer
            on conflict (token_hash) do update set created_at = clock_timestamp(), last_used_at = clock_timestamp()
            """;

    private Data() {}

    /// The measures that the catalogue has.
    static List<String> measures() {
        return KpiCatalogue.load().definitions().stream()
                .map(KpiDefinition::code)
                .distinct()
                .toList();
    }

    /// The code of a provider of the measured ICB, from 1.
    static String provider(int number) {
        return "B0%04d".formatted(number);
    }

    /// Makes everything, in one transaction an ICB.
    static void make(Connection owner, Plan plan) throws SQLException {
        owner.setAutoCommit(false);
        for (var icb = 0; icb <= plan.icbs(); icb++) {
            var share = icb == 0 ? 1 : 10;
            var organisations = Math.max(3, plan.organisations() / share);
            run(owner, ORGANISATIONS.formatted(icb, organisations));
            if (icb == 0) {
                people(owner, plan);
            }
            var id = "(select id from organisation where code = 'QB%d')".formatted(icb);
            run(owner, MEASURES.formatted(id, String.join(",", measures()), plan.quarters()));
            run(owner, STATES.formatted(id));
            run(owner, RETURNS.formatted(id, Math.max(1, plan.rows() / share / organisations)));
            AssuranceData.make(owner, plan, id, organisations, Math.max(1, plan.rows() / share / organisations));
            owner.commit();
        }
        owner.setAutoCommit(true);
        run(owner, "vacuum analyze");
    }

    /// Signs everybody in anew: rows that were kept are older than a session lasts.
    static void signIn(Connection owner) throws SQLException {
        run(owner, SIGN_IN);
    }

    private static void people(Connection owner, Plan plan) throws SQLException {
        person(owner, NURSE, "DESIGNATED_NURSE", ICB);
        person(owner, COORDINATOR, "SAFEGUARDING_COORDINATOR", ICB);
        for (var i = 0; i < plan.connections(); i++) {
            person(owner, PROVIDER + i, "PROVIDER_NAMED_PROFESSIONAL", provider(1 + i));
        }
    }

    private static void person(Connection owner, String name, String role, String organisation) throws SQLException {
        run(owner, PERSON.formatted(name, role, organisation, hash(name)));
    }

    /// What the system keeps of a token or session: SHA-256.
    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A file of practices as the NHS register gives it: 27 columns, no heading.
    static byte[] practices(char first, int rows) {
        var text = new StringBuilder(rows * 160);
        for (var n = 0; n < rows; n++) {
            text.append(
                    "\"%c%05d\",\"MEASURED SURGERY %d\",\"Y60\",\"%s\",\"%d HIGH STREET\",\"\",\"MEASURED TOWN\",\"\",\"\",\"ZZ%d %dZZ\",\"20100401\",\"\",\"A\",\"B\",\"00X\",\"20130401\",\"\",\"01632 960%03d\",\"\",\"\",\"\",\"0\",\"\",\"00X\",\"\",\"4\",\"\"\r\n"
                            .formatted(first, n, n, ICB, n, n / 1000 % 90 + 1, n % 9, n % 1000));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
