package uk.goldenthread.organisations.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.imports.ImportedRecord;
import uk.goldenthread.imports.RowChange;

/// SQL of register imports. Every statement does all rows at once, from one JSON document of them.
@Repository
class RegisterStore {
    private static final String CODE_OF = "select code from organisation where id = :id";
    private static final String CURRENT = """
            select o.code, o.name, o.kind, o.address, o.postcode, o.telephone, o.opened, o.closed, o.register_status,
                m.icb_code, c.code as commissioner
            from organisation o
            left join lateral (
                select i.code as icb_code
                from icb_member m
                join organisation i on i.id = m.icb
                where m.icb = :icb and m.organisation = o.id and (m.valid_to is null or o.closed is not null)
                order by m.valid_from desc
                limit 1) m on true
            left join lateral (
                select s.code
                from organisation_link l
                join organisation s on s.id = l.to_organisation and s.kind = 'SUB_ICB'
                where l.from_organisation = o.id and l.type = 'COMMISSIONED_BY' and l.valid_to is null
                order by l.id desc
                limit 1) c on true
            where o.code = any(:codes)
            """;
    private static final String CLOSED_SINCE = """
            select o.code
            from organisation o
            join icb_member m on m.organisation = o.id and m.icb = :icb
            where o.closed >= :since
            order by o.code
            """;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RegisterStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// For which ICB, on which day, as which batch.
    record Doing(int icb, LocalDate today, long batch) {}

    String codeOf(int organisation) {
        return jdbc.sql(CODE_OF)
                .param("id", organisation)
                .query((row, _) -> row.getString("code"))
                .single();
    }

    Map<String, ImportedRecord> current(Collection<String> codes, int icb) {
        var found = new HashMap<String, ImportedRecord>();
        jdbc.sql(CURRENT)
                .param("icb", icb)
                .param("codes", codes.toArray(String[]::new))
                .query(RegisterStore::known)
                .list()
                .forEach(known -> found.put(known.key(), known));
        return found;
    }

    List<String> closedSince(LocalDate since, int icb) {
        return jdbc.sql(CLOSED_SINCE)
                .param("since", since)
                .param("icb", icb)
                .query((row, _) -> row.getString("code"))
                .list();
    }

    void apply(List<RowChange> changes, Doing doing) {
        takeIn(rows(changes));
        for (var sql : RegisterChange.ALL) {
            run(sql, doing);
        }
    }

    private void takeIn(String rows) {
        for (var sql : RegisterChange.TAKE_IN) {
            var statement = jdbc.sql(sql);
            (sql.contains(":rows") ? statement.param("rows", rows) : statement).update();
        }
    }

    void undo(List<RowChange> changes, Doing doing) {
        var removed = changes.stream().filter(change -> change.after() == null).toList();
        var restored = changes.stream().filter(change -> change.after() != null).toList();
        var codes = removed.stream().map(RowChange::key).toArray(String[]::new);
        jdbc.sql(RegisterUndo.ASK_FOR_EACH).update();
        RegisterUndo.REMOVE.forEach(sql ->
                jdbc.sql(sql).param("codes", codes).param("icb", doing.icb()).update());
        if (!restored.isEmpty()) {
            takeIn(rows(restored));
            List.of(
                            RegisterChange.CHANGE,
                            RegisterChange.ROWS + RegisterUndo.UNJOIN,
                            RegisterChange.ROWS + RegisterUndo.REJOIN,
                            RegisterChange.CLOSE,
                            RegisterChange.REOPEN,
                            RegisterChange.ROWS + RegisterUndo.UNLINK,
                            RegisterChange.ROWS + RegisterUndo.RELINK)
                    .forEach(sql -> run(sql, doing));
        }
        RegisterUndo.REMOVE_SUB_ICB.forEach(
                sql -> jdbc.sql(sql).param("source", source(doing)).update());
    }

    private void run(String sql, Doing doing) {
        var statement = jdbc.sql(sql);
        if (sql.contains(":icb")) {
            statement = statement.param("icb", doing.icb());
        }
        if (sql.contains(":today")) {
            statement = statement.param("today", doing.today());
        }
        if (sql.contains(":source")) {
            statement = statement.param("source", source(doing));
        }
        statement.update();
    }

    private static String source(Doing doing) {
        return "import/" + doing.batch();
    }

    private String rows(List<RowChange> changes) {
        return json.writeValueAsString(changes.stream()
                .filter(change -> change.after() != null)
                .map(change -> row(change, java.util.Objects.requireNonNull(change.after())))
                .toList());
    }

    private static Map<String, @Nullable Object> row(RowChange change, ImportedRecord after) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        var before = change.before();
        row.put("code", change.key());
        row.put("name", after.field(RegisterFields.NAME));
        row.put("kind", after.field(RegisterFields.KIND));
        row.put("icb", after.field(RegisterFields.ICB));
        row.put("sub", after.field(RegisterFields.COMMISSIONER));
        row.put("status", after.field(RegisterFields.STATUS));
        row.put("address", orNull(after.field(RegisterFields.ADDRESS)));
        row.put("postcode", orNull(after.field(RegisterFields.POSTCODE)));
        row.put("telephone", orNull(after.field(RegisterFields.TELEPHONE)));
        row.put("opened", orNull(after.field(RegisterFields.OPENED)));
        row.put("closed", orNull(after.field(RegisterFields.CLOSED)));
        row.put("is_new", before == null);
        row.put("was_icb", before == null ? null : before.field(RegisterFields.ICB));
        row.put("was_sub", before == null ? null : before.field(RegisterFields.COMMISSIONER));
        row.put("was_closed", before == null ? null : orNull(before.field(RegisterFields.CLOSED)));
        row.put("succeeds", change.succeeds());
        return row;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ImportedRecord known(ResultSet row, int number) throws SQLException {
        var fields = new LinkedHashMap<String, String>();
        fields.put(RegisterFields.NAME, row.getString("name"));
        fields.put(RegisterFields.KIND, row.getString("kind"));
        fields.put(RegisterFields.ICB, text(row.getString("icb_code")));
        fields.put(RegisterFields.COMMISSIONER, text(row.getString("commissioner")));
        fields.put(RegisterFields.STATUS, row.getString("register_status"));
        fields.put(RegisterFields.ADDRESS, text(row.getString("address")));
        fields.put(RegisterFields.POSTCODE, text(row.getString("postcode")));
        fields.put(RegisterFields.TELEPHONE, text(row.getString("telephone")));
        fields.put(RegisterFields.OPENED, RegisterFields.text(row.getObject("opened", LocalDate.class)));
        fields.put(RegisterFields.CLOSED, RegisterFields.text(row.getObject("closed", LocalDate.class)));
        return new ImportedRecord(row.getString("code"), row.getString("code") + " " + row.getString("name"), fields);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
