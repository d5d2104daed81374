package uk.goldenthread.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows of self-assessment, evidence and actions that are measured on, put in set by set as the database's owner: a
/// framework of sixty standards answered in six rounds, one of two hundred questions, and a register of actions.
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
final class AssuranceData {
    static final int LINES = 60;
    static final int QUESTIONS = 200;
    static final int LINKS = 500;
    private static final int ROUNDS = 6;

    private static final String ACTIONS = """
            insert into action (icb, organisation, title, outcome, measure, theme, priority, expects, state, proposed_at, due_on,
                original_due_on, updated_at, first_due_on, closed_at, minute)
            select m.icb, m.organisation, 'Measured action ' || n, 'Something is better', 'It is measured', 'TRAINING',
                (array['HIGH', 'MEDIUM', 'LOW'])[1 + n %% 3], array['PRACTICE'], state, now() - interval '200 days', due, due, now(), due,
                case when state = 'CLOSED' then now() end, case when state = 'CLOSED' then 'M1' end
            from (select icb, organisation, row_number() over (order by organisation) as number
                from icb_member where icb = %1$s) m, generate_series(1, %2$d) n
            cross join lateral (
                select (array['PROPOSED', 'OPEN', 'IN_PROGRESS', 'CLOSED'])[1 + (n + m.number) %% 4] as state,
                    current_date - 150 + (n * 7 + m.number)::int %% 400 as due) made
            """;
    private static final String FRAMEWORK = """
            insert into own_framework (icb, code, edition, name, valid_from, content, file_name, published_by, published_by_name, published_at)
            select %1$s, '%2$s', '2026', 'Measured %2$s', '2020-04-01', $yaml$%3$s$yaml$, 'measured.yaml', 1, 'Bench', now()
            """;
    private static final String ROUND = """
            insert into assessment_round (icb, framework, edition, name, kinds, light, opens_on, due_on, moderated_by, closes_on, green, amber,
                state, prepared_by, published_at)
            select %1$s, '%2$s', '2026', '%2$s ' || n, array['ACUTE'], false, opens, opens + 56, opens + 84, opens + 90, 85, 60,
                'PUBLISHED', 1, now()
            from generate_series(1, %3$d) n
            cross join lateral (select (current_date - 10 - 365 * (%3$d - n))::date as opens) made
            """;
    /// The last round of the measured framework is open for the first providers, who save it; every other is handed in.
    private static final String ASSESSMENTS = """
            insert into assessment (icb, organisation, round, kind, light, due_on, issued_at, state, submitted_at, submitted_by,
                first_submitted_at, asked, answered)
            select r.icb, m.organisation, r.id, 'TRUST', false, r.due_on, r.opens_on, made.state,
                case when made.state = 'SUBMITTED' then now() end, case when made.state = 'SUBMITTED' then 1 end,
                case when made.state = 'SUBMITTED' then now() end, %3$d, %3$d
            from assessment_round r
            join (select icb, organisation, row_number() over (order by organisation) as number from icb_member) m on m.icb = r.icb
            cross join lateral (select case when m.number <= %4$d and r.name = '%2$s ' || %5$d then 'IN_PROGRESS'
                else 'SUBMITTED' end as state) made
            where r.icb = %1$s and r.framework = '%2$s' and m.number <= %6$d
            """;
    private static final String ANSWERS = """
            insert into answer (assessment, icb, organisation, code, value, words, evidenced)
            select a.id, a.icb, a.organisation, code, ((a.id + ordinal) %% 4)::text, 'As the policy of this year says.', ordinal %% 2 = 0
            from assessment a
            join assessment_round r on r.id = a.round and r.framework = '%2$s'
            cross join unnest(string_to_array('%3$s', ',')) with ordinality as line (code, ordinal)
            where a.icb = %1$s
            """;
    private static final String SCORES = """
            insert into assessment_score (assessment, view, standard, icb, organisation, score, rag, applicable, rated, floored)
            select a.id, view, standard, a.icb, a.organisation, 100 * made.part / 3.0, (array['RED', 'RED', 'AMBER', 'GREEN'])[1 + made.part],
                1, 1, false
            from assessment a
            join assessment_round r on r.id = a.round and r.framework = '%2$s'
            cross join unnest(array['CLAIMED', 'EVIDENCED', 'MODERATED', 'ACCEPTED']) view
            cross join generate_series(0, %3$d) n
            cross join lateral (select case when n = 0 then '*' else 'S' || n end as standard, ((a.id + n) %% 4)::int as part) made
            where a.icb = %1$s
            """;
    private static final String EVIDENCE = """
            with given as (
                insert into evidence (icb, organisation, title, kind, document, received_at, given_by, valid_until, valid_basis, personal_data)
                select a.icb, a.organisation, 'Measured evidence ' || n, 'PRACTICE', 'AUDIT', now(), 1, current_date + 200, 'DEFAULT', false
                from assessment a
                join assessment_round r on r.id = a.round and r.framework = '%2$s'
                cross join generate_series(1, %3$d) n
                where a.icb = %1$s
                returning id, icb, organisation)
            insert into evidence_claim (evidence, subject, icb, organisation, linked_by, at)
            select g.id, 'answer/' || w.id, g.icb, g.organisation, 'Bench', now()
            from (select given.*, row_number() over (partition by organisation order by id) as number from given) g
            join (
                select w.id, w.organisation, row_number() over (partition by w.organisation order by w.id) as number
                from answer w
                join assessment a on a.id = w.assessment
                join assessment_round r on r.id = a.round and r.framework = '%2$s') w
                on w.organisation = g.organisation and w.number = 1 + g.number %% %4$d
            """;
    private static final String VERSIONS = """
            insert into evidence_version (evidence, number, icb, organisation, file_name, media_type, size_bytes, sha256, scan, sealed,
                given_by, at)
            select e.id, 1, e.icb, e.organisation, 'measured.pdf', 'application/pdf', 1000, sha256(e.title::bytea), 'CLEAN', false, 1, now()
            from evidence e
            where not exists (select from evidence_version v where v.evidence = e.id)
            """;

    private AssuranceData() {}

    /// The codes of the criteria of the framework of sixty standards, one each.
    static String lines() {
        return IntStream.rangeClosed(1, LINES).mapToObj("%d.1"::formatted).collect(Collectors.joining(","));
    }

    private static String questions() {
        return IntStream.rangeClosed(1, QUESTIONS)
                .mapToObj(n -> "%d.%d".formatted(1 + (n - 1) / 10, 1 + (n - 1) % 10))
                .collect(Collectors.joining(","));
    }

    /// Makes everything for one ICB.
    ///
    /// @param id an expression for its number
    /// @param actions how many each of its organisations has
    static void make(Connection owner, Plan plan, String id, int organisations, int actions) throws SQLException {
        Data.run(owner, ACTIONS.formatted(id, actions));
        framework(owner, id, "BENCH_MAP", yaml("BENCH_MAP", LINES, 1));
        framework(owner, id, "BENCH_LONG", yaml("BENCH_LONG", QUESTIONS / 10, 10));
        Data.run(owner, ROUND.formatted(id, "BENCH_MAP", ROUNDS));
        Data.run(owner, ROUND.formatted(id, "BENCH_LONG", 1));
        var saving = plan.connections();
        Data.run(owner, ASSESSMENTS.formatted(id, "BENCH_MAP", LINES, saving, ROUNDS, organisations));
        Data.run(owner, ASSESSMENTS.formatted(id, "BENCH_LONG", QUESTIONS, saving, 1, saving));
        Data.run(owner, ANSWERS.formatted(id, "BENCH_MAP", lines()));
        Data.run(owner, ANSWERS.formatted(id, "BENCH_LONG", questions()));
        Data.run(owner, SCORES.formatted(id, "BENCH_MAP", LINES));
        Data.run(owner, EVIDENCE.formatted(id, "BENCH_LONG", LINKS, QUESTIONS));
        Data.run(owner, VERSIONS);
    }

    private static void framework(Connection owner, String id, String code, String yaml) throws SQLException {
        Data.run(owner, FRAMEWORK.formatted(id, code, yaml));
    }

    private static String yaml(String code, int standards, int each) {
        var text = new StringBuilder("""
                code: %s
                name: Measured %s
                edition: "2026"
                validFrom: 2020-04-01
                source: invented for measuring
                confidence: INFERRED
                basis: ["Children Act 2004 s11"]
                scale: S4_0_3
                applies: [TRUST]
                standards:
                """.formatted(code, code));
        for (var standard = 1; standard <= standards; standard++) {
            text.append("  - code: S%d\n    name: \"Standard %d\"\n    criteria:\n".formatted(standard, standard));
            for (var line = 1; line <= each; line++) {
                text.append(
                        "      - { code: \"%d.%d\", weight: 20, text: \"What is measured is done and known, line %d of %d\" }\n"
                                .formatted(standard, line, line, standard));
            }
        }
        return text.toString();
    }
}
