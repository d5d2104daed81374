package uk.goldenthread.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows of self-assessment, evidence and actions that are measured on, put in set by set as the database's owner: a
/// framework of sixty standards answered in six rounds, one of sixty questions in twelve standards that is saved whole,
/// one of two hundred questions, and a register of actions.
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
final class AssuranceData {
    static final int LINES = 60;
    static final int QUESTIONS = 200;
    static final int LINKS = 500;
    private static final int ROUNDS = 6;
    private static final int SAVED_EACH = 5;
    private static final int ASKED_EACH = 10;

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
    private static final String CARDS = """
            insert into assessment_card (assessment, view, icb, organisation, score, rag, applicable, rated, floored, standards)
            select a.id, view, a.icb, a.organisation, 50, 'RED', %3$d, %3$d, false, made.standards
            from assessment a
            join assessment_round r on r.id = a.round and r.framework = '%2$s'
            cross join unnest(array['CLAIMED', 'EVIDENCED', 'MODERATED', 'ACCEPTED']) view
            cross join lateral (
                select array_agg(('S' || n, (array['RED', 'RED', 'AMBER', 'GREEN'])[1 + part], 100 * part / 3.0, 1, 1)::standard_score) as standards
                from generate_series(1, %3$d) n
                cross join lateral (select ((a.id + n) %% 4)::int as part) said) made
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

    /// The codes of the sixty answers that are saved together: five in each of twelve standards.
    static String saved() {
        return codes(LINES, SAVED_EACH);
    }

    private static String codes(int lines, int each) {
        return IntStream.range(0, lines)
                .mapToObj(n -> "%d.%d".formatted(1 + n / each, 1 + n % each))
                .collect(Collectors.joining(","));
    }

    /// Makes everything for one ICB.
    ///
    /// @param id an expression for its number
    /// @param actions how many each of its organisations has
    static void make(Connection owner, Plan plan, String id, int organisations, int actions) throws SQLException {
        Data.run(owner, ACTIONS.formatted(id, actions));
        framework(owner, id, "BENCH_MAP", yaml("BENCH_MAP", LINES, 1));
        framework(owner, id, "BENCH_SAVE", yaml("BENCH_SAVE", LINES / SAVED_EACH, SAVED_EACH));
        framework(owner, id, "BENCH_LONG", yaml("BENCH_LONG", QUESTIONS / ASKED_EACH, ASKED_EACH));
        Data.run(owner, ROUND.formatted(id, "BENCH_MAP", ROUNDS));
        Data.run(owner, ROUND.formatted(id, "BENCH_SAVE", 1));
        Data.run(owner, ROUND.formatted(id, "BENCH_LONG", 1));
        var saving = plan.connections();
        Data.run(owner, ASSESSMENTS.formatted(id, "BENCH_MAP", LINES, 0, ROUNDS, organisations));
        Data.run(owner, ASSESSMENTS.formatted(id, "BENCH_SAVE", LINES, saving, 1, saving));
        Data.run(owner, ASSESSMENTS.formatted(id, "BENCH_LONG", QUESTIONS, saving, 1, saving));
        Data.run(owner, ANSWERS.formatted(id, "BENCH_MAP", codes(LINES, 1)));
        Data.run(owner, ANSWERS.formatted(id, "BENCH_SAVE", saved()));
        Data.run(owner, ANSWERS.formatted(id, "BENCH_LONG", codes(QUESTIONS, ASKED_EACH)));
        Data.run(owner, CARDS.formatted(id, "BENCH_MAP", LINES));
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
