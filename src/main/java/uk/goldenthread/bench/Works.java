package uk.goldenthread.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import uk.goldenthread.bench.Figure.Target;

/// The works of the design, section 7, on the running system, each with its bare SQL.
final class Works {
    private static final String LIST = """
            select r.id, o.code, o.name, r.kind, r.period, r.state, r.due_on, r.submitted_at, r.version
            from data_return r join organisation o on o.id = r.organisation
            where r.icb = (select id from organisation where code = 'QB0')
                and r.organisation = (select id from organisation where code = 'B0' || to_char(?::int, 'FM0000'))
                and r.state = 'SUBMITTED'
            order by r.due_on desc, r.id desc limit 50
            """;
    private static final String ROLLED_UP = """
            select p.organisation, p.code, p.name, s.kpi, s.period, s.value, s.variation, s.assurance
            from pub_provider p
            join series_state s on s.icb = p.icb and s.organisation = p.organisation
            where p.icb = (select id from organisation where code = 'QB0') and ?::int > 0
            order by p.name, s.kpi
            """;
    private static final String CHANGE = """
            with changed as (
                update return_line set numerator = case when numerator = 12 then 13 else 12 end, version = version + 1
                where return_id = (select id from data_return where organisation =
                    (select id from organisation where code = 'B0' || to_char(?::int, 'FM0000')) and state = 'IN_PROGRESS' limit 1)
                    and kpi = 'K01'
                returning return_id)
            insert into ledger.entry (action, subject) select 'RETURN_SAVED', 'return/' || return_id from changed
            """;

    private final Plan plan;
    private final RunningSystem system;
    private final BareSql bare;

    Works(Plan plan, RunningSystem system) {
        this.plan = plan;
        this.system = system;
        this.bare = new BareSql(plan, system);
    }

    /// What every request costs before it does anything: for comparison.
    List<Figure> fixedCosts() throws Exception {
        return List.of(
                Figure.rate("W0", "answer nothing (health)", ask(r -> r, "/health/live"), null, Target.NONE),
                Figure.rate(
                        "W0",
                        "find who acts, answer nothing",
                        ask(r -> r.session(Data.NURSE), "/account/still-here"),
                        null,
                        Target.NONE));
    }

    /// W1: 50 of the ICB's returns, of one provider in one state, by due date.
    List<Figure> lists() throws Exception {
        var providers = IntStream.rangeClosed(1, plan.organisations()).boxed().toList();
        var limit = bare.perSecond(LIST, 1, plan.organisations());
        var target = new Target(1_900.0, 9_900.0);
        var page = ask(
                r -> r.session(Data.NURSE),
                providers.stream()
                        .map(n -> "/returns?sort=dueAt,desc&state=SUBMITTED&organisation=" + Data.provider(n))
                        .toArray(String[]::new));
        var json = ask(
                r -> r.token(Data.NURSE),
                providers.stream()
                        .map(n -> "/api/v1/returns?size=50&sort=dueAt,desc&state=SUBMITTED&organisation="
                                + Data.provider(n))
                        .toArray(String[]::new));
        var what = "list 50 of %,d returns, ".formatted(plan.rows());
        return List.of(
                Figure.rate("W1", what + "page", page, limit, target),
                Figure.rate("W1", what + "JSON", json, limit, target));
    }

    /// W3: the whole assurance map.
    List<Figure> dashboard() throws Exception {
        var limit = bare.perSecond(ROLLED_UP, 1, 1);
        var what = "dashboard of %d organisations, ".formatted(plan.organisations());
        return List.of(Figure.rate(
                "W3",
                what + "page",
                ask(r -> r.session(Data.NURSE), "/overview?kind="),
                limit,
                new Target(60.0, 119.0)));
    }

    /// W4: a file of practices, uploaded and reviewed by one person, committed by another. Seconds
    /// of waiting, after another file of the size has gone through.
    List<Figure> importFile() throws Exception {
        var letters = unusedLetters();
        var first = takeIn(Data.practices(letters.get(0), plan.importRows()));
        var file = Data.practices(letters.get(1), plan.importRows());
        var took = takeIn(file);
        var copied = copy(file);
        var takenBack = takeBack(took);
        takeBack(first);
        var what = "import %,d practices, ".formatted(plan.importRows());
        return List.of(
                Figure.amount("W4", what + "read and compared", "seconds", took.prepared(), null, Target.NONE),
                Figure.amount("W4", what + "committed", "seconds", took.committed(), null, Target.NONE),
                Figure.amount(
                        "W4",
                        what + "together",
                        "seconds",
                        took.prepared() + took.committed(),
                        copied,
                        new Target(1.5, 0.6)),
                Figure.amount("W4", what + "taken back", "seconds", takenBack, null, Target.NONE));
    }

    /// With which letters no practice begins yet: on kept rows an earlier run has been here.
    private List<Character> unusedLetters() throws SQLException {
        try (var connection = system.connect();
                var used = connection
                        .createStatement()
                        .executeQuery("select string_agg(distinct left(code, 1), '') from app.organisation")) {
            used.next();
            var taken = used.getString(1);
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    .chars()
                    .filter(letter -> taken.indexOf(letter) < 0)
                    .mapToObj(letter -> (char) letter)
                    .toList();
        }
    }

    private record Took(String id, double prepared, double committed) {}

    private Took takeIn(byte[] file) throws Exception {
        try (var wire = new Wire(system.port())) {
            var started = System.nanoTime();
            var upload = wire.send(new Request("POST", "/api/v1/imports?kind=ODS_PRACTICES", "")
                    .token(Data.COORDINATOR)
                    .upload("epraccur.csv", file));
            expect(upload, 201);
            var id = upload.text().replaceFirst("(?s).*?\"id\":(\\d+).*", "$1");
            var prepared = seconds(started);
            started = System.nanoTime();
            expect(
                    wire.send(new Request("POST", "/api/v1/imports/%s/approve".formatted(id), "")
                            .token(Data.NURSE)
                            .bytes()),
                    200);
            return new Took(id, prepared, seconds(started));
        }
    }

    /// Also so that whatever is measured next, on kept rows too, meets an ICB of the size that is asked for.
    private double takeBack(Took took) throws IOException {
        try (var wire = new Wire(system.port())) {
            var started = System.nanoTime();
            expect(
                    wire.send(new Request(
                                    "POST",
                                    "/api/v1/imports/%s/undo?reason=Brought+in+only+to+be+measured"
                                            .formatted(took.id()),
                                    "")
                            .token(Data.NURSE)
                            .bytes()),
                    200);
            return seconds(started);
        }
    }

    private double copy(byte[] file) throws SQLException, IOException {
        try (var connection = system.connect()) {
            var columns =
                    IntStream.rangeClosed(1, 27).mapToObj("c%d text"::formatted).toList();
            Data.run(connection, "create table bench_copy (%s)".formatted(String.join(", ", columns)));
            var started = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy bench_copy from stdin with (format csv)",
                            new StringReader(new String(file, java.nio.charset.StandardCharsets.UTF_8)));
            var seconds = seconds(started);
            Data.run(connection, "drop table bench_copy");
            return seconds;
        }
    }

    /// W5: a provider changes one figure of its return; stored with its history and its ledger entry.
    List<Figure> auditedChange() throws Exception {
        var returns = new ArrayList<Long>();
        for (var i = 0; i < plan.connections(); i++) {
            returns.add(openReturn(Data.provider(1 + i)));
        }
        var ours = Load.run(
                plan,
                system.processes(),
                n -> new Changing(
                        new Wire(system.port()),
                        Data.PROVIDER + n,
                        "/api/v1/returns/" + returns.get(n),
                        "/api/v1/returns/" + returns.get(n),
                        times -> "{\"lines\":[{\"kpi\":\"K01\",\"numerator\":\"%d\",\"denominator\":\"20\"}]}"
                                .formatted(1 + times % 19)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var limit = bare.perSecond(CHANGE, 1, plan.connections());
        return List.of(Figure.rate("W5", "one audited change of a return", ours, limit, new Target(1_500.0, 6_800.0)));
    }

    private long openReturn(String code) throws SQLException {
        try (var connection = system.connect();
                var statement = connection.prepareStatement("""
                        with opened as (
                            update data_return set state = 'IN_PROGRESS', submitted_at = null, submitted_by = null,
                                accepted_at = null, accepted_by = null, due_on = current_date + 30
                            where id = (select r.id from data_return r join organisation o on o.id = r.organisation
                                where o.code = ? order by r.period_start desc limit 1)
                            returning *),
                        line as (
                            insert into return_line (return_id, icb, organisation, kpi, definition_version, period,
                                period_start, numerator, denominator)
                            select id, icb, organisation, kpi, 1, period, period_start, 12, 20
                            from opened, unnest(array['K01', 'K02', 'K03', 'K04', 'K05']) kpi
                            on conflict (return_id, kpi) do update set version = 1)
                        select id from opened
                        """)) {
            statement.setString(1, code);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Load.Measured ask(UnaryOperator<Request> as, String... paths) throws Exception {
        var requests = java.util.Arrays.stream(paths)
                .map(path -> as.apply(Request.get(path)).bytes())
                .toList();
        return Load.run(plan, system.processes(), Load.asking(system.port(), requests));
    }

    private static void expect(Wire.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("expected %d, was answered %d: %s"
                    .formatted(
                            status,
                            answer.status(),
                            answer.text().lines().findFirst().orElse("")));
        }
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
