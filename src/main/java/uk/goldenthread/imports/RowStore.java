package uk.goldenthread.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.Conditions;

/// SQL of a batch's lines. They go in by whole arrays, which is as quick as COPY; COPY itself is not possible into a
/// table that row-level security guards.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
class RowStore {
    private static final int CHUNK = 5_000;
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<BatchLine.Choice>> CHOICES = new TypeReference<>() {};
    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};
    private static final String ADD = """
            insert into import_row (batch, line, icb, organisation, row_number, key, label, verdict, effect, before,
                after, reason, options, problems)
            select :batch, r.line, :icb, :organisation, r.row_number, r.key, r.label, r.verdict, r.effect,
                r.before::jsonb, r.after::jsonb, r.reason, r.options::jsonb, r.problems::jsonb
            from unnest(cast(:lines as int[]), cast(:rowNumbers as int[]), cast(:keys as text[]),
                cast(:labels as text[]), cast(:verdicts as text[]), cast(:effects as text[]),
                cast(:befores as text[]), cast(:afters as text[]), cast(:reasons as text[]),
                cast(:options as text[]), cast(:problems as text[]))
                as r(line, row_number, key, label, verdict, effect, before, after, reason, options, problems)
            """;
    private static final String REMOVE = "delete from import_row where batch = :batch and icb = :icb";
    private static final String LINES = """
            select line, row_number, key, label, verdict, effect, before::text as before, after::text as after, reason,
                options::text as options, chosen, problems::text as problems
            from import_row
            where %s
            order by line
            limit :limit offset :offset
            """;
    private static final String COUNT = """
            select count(*)
            from import_row
            where %s
            """;
    private static final String ONE = """
            select line, row_number, key, label, verdict, effect, before::text as before, after::text as after, reason,
                options::text as options, chosen, problems::text as problems
            from import_row
            where batch = :batch and icb = :icb and line = :line
            """;
    private static final String EFFECTS = """
            select line, key, label, before::text as before, after::text as after, succeeds
            from import_row
            where batch = :batch and icb = :icb and effect is not null
            order by line
            """;
    private static final String UNCHOSEN = """
            select count(*) from import_row
            where batch = :batch and icb = :icb and verdict = 'AMBIGUOUS' and chosen is null
            """;
    private static final String CHOOSE = """
            update import_row
            set chosen = :chosen, effect = :effect, after = cast(:after as jsonb), succeeds = :succeeds
            where batch = :batch and icb = :icb and line = :line
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RowStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void replace(Actor actor, long batch, List<BatchLine> lines) {
        jdbc.sql(REMOVE).param("batch", batch).param("icb", actor.icb()).update();
        for (var from = 0; from < lines.size(); from += CHUNK) {
            add(actor, batch, lines.subList(from, Math.min(from + CHUNK, lines.size())));
        }
    }

    private void add(Actor actor, long batch, List<BatchLine> lines) {
        jdbc.sql(ADD)
                .param("batch", batch)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("lines", lines.stream().map(BatchLine::line).toArray(Integer[]::new))
                .param("rowNumbers", lines.stream().map(BatchLine::row).toArray(Integer[]::new))
                .param("keys", lines.stream().map(BatchLine::key).toArray(String[]::new))
                .param("labels", lines.stream().map(BatchLine::label).toArray(String[]::new))
                .param(
                        "verdicts",
                        lines.stream().map(line -> line.verdict().name()).toArray(String[]::new))
                .param("effects", lines.stream().map(RowStore::effect).toArray(String[]::new))
                .param(
                        "befores",
                        lines.stream().map(line -> fields(line.before())).toArray(String[]::new))
                .param(
                        "afters",
                        lines.stream().map(line -> fields(line.after())).toArray(String[]::new))
                .param("reasons", lines.stream().map(BatchLine::reason).toArray(String[]::new))
                .param(
                        "options",
                        lines.stream().map(line -> list(line.options())).toArray(String[]::new))
                .param(
                        "problems",
                        lines.stream().map(line -> list(line.problems())).toArray(String[]::new))
                .update();
    }

    private static @Nullable String effect(BatchLine line) {
        return line.takes() ? line.verdict().name() : null;
    }

    private @Nullable String fields(@Nullable ImportedRecord imported) {
        return imported == null ? null : json.writeValueAsString(imported.fields());
    }

    private @Nullable String list(List<?> list) {
        return list.isEmpty() ? null : json.writeValueAsString(list);
    }

    /// Which lines of a batch.
    ///
    /// @param verdict null for every verdict
    /// @param search part of a key or label; null for all
    record Wanted(
            long batch,
            int icb,
            @Nullable Verdict verdict,
            @Nullable String search) {}

    List<BatchLine> lines(Wanted wanted, int limit, int offset) {
        return wanted(LINES, wanted)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::line)
                .list();
    }

    int count(Wanted wanted) {
        return wanted(COUNT, wanted).query((row, _) -> row.getInt(1)).single();
    }

    private JdbcClient.StatementSpec wanted(String sql, Wanted wanted) {
        var verdict = wanted.verdict();
        var conditions = Conditions.of("batch = :batch", "batch", wanted.batch())
                .and("icb = :icb", "icb", wanted.icb())
                .given("verdict = :verdict", "verdict", verdict == null ? null : verdict.name())
                .given("strpos(lower(key || ' ' || label), lower(:search)) > 0", "search", wanted.search());
        return jdbc.sql(sql.formatted(conditions.sql())).params(conditions.values());
    }

    Optional<BatchLine> one(long batch, int icb, int line) {
        return jdbc.sql(ONE)
                .param("batch", batch)
                .param("icb", icb)
                .param("line", line)
                .query(this::line)
                .optional();
    }

    /// What approving does, in the order of the lines.
    List<RowChange> effects(long batch, int icb) {
        return jdbc.sql(EFFECTS)
                .param("batch", batch)
                .param("icb", icb)
                .query((row, _) -> new RowChange(
                        row.getInt("line"),
                        row.getString("key"),
                        known(row, "before"),
                        known(row, "after"),
                        row.getString("succeeds")))
                .list();
    }

    int unchosen(long batch, int icb) {
        return jdbc.sql(UNCHOSEN)
                .param("batch", batch)
                .param("icb", icb)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Notes a choice on a line.
    ///
    /// @param effect null when the line is to do nothing
    void choose(long batch, int icb, BatchLine line, BatchLine.Choice choice, @Nullable Verdict effect) {
        jdbc.sql(CHOOSE)
                .param("batch", batch)
                .param("icb", icb)
                .param("line", line.line())
                .param("chosen", choice.code())
                .param("effect", effect == null ? null : effect.name(), java.sql.Types.VARCHAR)
                .param("after", fields(choice.after()), java.sql.Types.VARCHAR)
                .param("succeeds", choice.succeeds(), java.sql.Types.VARCHAR)
                .update();
    }

    private @Nullable ImportedRecord known(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null
                ? null
                : new ImportedRecord(row.getString("key"), row.getString("label"), json.readValue(text, FIELDS));
    }

    private BatchLine line(ResultSet row, int number) throws SQLException {
        var options = row.getString("options");
        var problems = row.getString("problems");
        return new BatchLine(
                row.getInt("line"),
                row.getInt("row_number"),
                row.getString("key"),
                row.getString("label"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("effect") != null,
                known(row, "before"),
                known(row, "after"),
                row.getString("reason"),
                options == null ? List.of() : json.readValue(options, CHOICES),
                row.getString("chosen"),
                problems == null ? List.of() : json.readValue(problems, PROBLEMS));
    }
}
