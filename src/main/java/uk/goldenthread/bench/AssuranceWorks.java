package uk.goldenthread.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.goldenthread.bench.Figure.Target;

/// The works on actions and self-assessment of the design, section 7, each with its bare SQL.
final class AssuranceWorks {
    private static final String LIST = """
            select a.id, o.code, o.name, a.title, a.priority, a.owner_name, a.state, a.due_on, a.updated_at, a.version
            from action a join organisation o on o.id = a.organisation
            where a.icb = (select id from organisation where code = 'QB0')
                and a.organisation = (select id from organisation where code = 'B0' || to_char(?::int, 'FM0000'))
                and a.state = 'OPEN'
            order by a.due_on, a.id limit 50
            """;
    /// Sixty answers of one organisation updated in one statement, with their history, and the ledger entry.
    private static final String SAVE = """
            with changed as (
                update answer set value = case when value = '1' then '2' else '1' end
                where assessment = (select a.id from assessment a join assessment_round r on r.id = a.round
                    where r.framework = 'BENCH_SAVE' and a.state = 'IN_PROGRESS'
                        and a.organisation = (select id from organisation where code = 'B0' || to_char(?::int, 'FM0000')) limit 1)
                returning assessment)
            insert into ledger.entry (action, subject) select 'ANSWERS_SAVED', 'assessment/' || assessment from changed limit 1
            """;
    private static final String MAP = """
            select a.organisation, o.code, o.name, a.state, x.standard, x.rag, x.score
            from assessment a
            join organisation o on o.id = a.organisation
            join assessment_card c on c.assessment = a.id and c.view = 'CLAIMED'
            cross join unnest(c.standards) x
            where a.icb = (select id from organisation where code = 'QB0') and ?::int > 0
                and a.round = (select max(id) from assessment_round where framework = 'BENCH_MAP'
                    and icb = (select id from organisation where code = 'QB0'))
            order by o.name, x.standard
            """;

    private final Plan plan;
    private final RunningSystem system;
    private final BareSql bare;

    AssuranceWorks(Plan plan, RunningSystem system) {
        this.plan = plan;
        this.system = system;
        this.bare = new BareSql(plan, system);
    }

    /// W1: 50 of the ICB's actions, of one organisation in one state, by due date.
    List<Figure> actions() throws Exception {
        var limit = bare.perSecond(LIST, 1, plan.organisations());
        var target = new Target(1_900.0, 9_900.0);
        var what = "list 50 of %,d actions, ".formatted(plan.rows());
        return List.of(
                Figure.rate(
                        "W1",
                        what + "page",
                        ask(true, n -> "/actions?state=OPEN&organisation=" + Data.provider(n)),
                        limit,
                        target),
                Figure.rate(
                        "W1",
                        what + "JSON",
                        ask(false, n -> "/api/v1/actions?state=OPEN&size=50&organisation=" + Data.provider(n)),
                        limit,
                        target));
    }

    private Load.Measured ask(boolean page, IntFunction<String> path) throws Exception {
        var requests = IntStream.rangeClosed(1, plan.organisations())
                .mapToObj(path)
                .map(Request::get)
                .map(request -> page ? request.session(Data.NURSE) : request.token(Data.NURSE))
                .map(Request::bytes)
                .toList();
        return Load.run(plan, system.processes(), Load.asking(system.port(), requests));
    }

    /// W2: a provider saves its self-assessment of sixty answers at once, with history and ledger.
    List<Figure> save() throws Exception {
        var ours = saving("BENCH_SAVE", AssuranceData.saved().split(",", -1));
        var limit = bare.perSecond(SAVE, 1, plan.connections());
        return List.of(Figure.rate(
                "W2",
                "save a self-assessment of %d answers".formatted(AssuranceData.LINES),
                ours,
                limit,
                new Target(220.0, 435.0)));
    }

    private Load.Measured saving(String framework, String... codes) throws Exception {
        var assessments = new ArrayList<Long>();
        for (var i = 0; i < plan.connections(); i++) {
            assessments.add(open(framework, Data.provider(1 + i)));
        }
        return Load.run(
                plan,
                system.processes(),
                n -> new Changing(
                        new Wire(system.port()),
                        Data.PROVIDER + n,
                        "/api/v1/assessments/" + assessments.get(n),
                        "/api/v1/assessments/%d/answers".formatted(assessments.get(n)),
                        times -> answers(times, codes)));
    }

    private static byte[] answers(int times, String... codes) {
        return Arrays.stream(codes)
                .map(code -> "{\"code\":\"%s\",\"value\":\"%d\"}".formatted(code, 1 + times % 2))
                .collect(Collectors.joining(",", "{\"answers\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private long open(String framework, String provider) throws SQLException {
        return number("""
                select a.id from assessment a
                join assessment_round r on r.id = a.round and r.framework = '%s'
                join organisation o on o.id = a.organisation and o.code = '%s'
                where a.state = 'IN_PROGRESS'
                """.formatted(framework, provider));
    }

    private long number(String sql) throws SQLException {
        try (var connection = system.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The heat map of the last of six rounds, with what changed since the one before.
    List<Figure> map() throws Exception {
        var limit = bare.perSecond(MAP, 1, 1);
        var round = number("select max(r.id) from assessment_round r join organisation i on i.id = r.icb"
                + " where r.framework = 'BENCH_MAP' and i.code = 'QB0'");
        var request = Request.get("/assessments/rounds/%d/map".formatted(round))
                .session(Data.NURSE)
                .bytes();
        var ours = Load.run(plan, system.processes(), Load.asking(system.port(), List.of(request)));
        return List.of(Figure.rate(
                "MAP",
                "heat map, %d organisations x %d standards, sixth round"
                        .formatted(plan.organisations(), AssuranceData.LINES),
                ours,
                limit,
                new Target(60.0, 119.0)));
    }

    /// A self-assessment of two hundred questions with five hundred links to evidence: opened, one standard of it
    /// answered in a browser, and one answer saved.
    List<Figure> longReturn() throws Exception {
        var what = "%d questions, %d links to evidence: ".formatted(AssuranceData.QUESTIONS, AssuranceData.LINKS);
        return List.of(
                Figure.rate("LONG", what + "open", opening(""), null, Target.NONE),
                Figure.rate("LONG", what + "open one standard", opening("/standards/S7"), null, Target.NONE),
                Figure.rate("LONG", what + "save one answer", saving("BENCH_LONG", "7.3"), null, Target.NONE));
    }

    private Load.Measured opening(String part) throws Exception {
        var requests = new ArrayList<byte[]>();
        for (var i = 0; i < plan.connections(); i++) {
            requests.add(Request.get("/assessments/" + open("BENCH_LONG", Data.provider(1 + i)) + part)
                    .session(Data.PROVIDER + i)
                    .bytes());
        }
        return Load.run(plan, system.processes(), Load.asking(system.port(), requests));
    }
}
