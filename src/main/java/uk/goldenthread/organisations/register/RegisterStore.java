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
    /// What each statement below reads: one line a change, `was` null for a new one.
    private static final String ROWS = """
            with r as (
                select *
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, name text, kind text, icb text, sub text,
                    status text, address text, postcode text, telephone text, opened date, closed date, is_new boolean,
                    was_icb text, was_sub text, was_closed date, succeeds text))
            """;
    private static final String ADD = ROWS + """
            insert into organisation (code, name, kind, address, postcode, telephone, opened, closed, register_status,
                source)
            select r.code, r.name, r.kind, r.address, r.postcode, r.telephone, r.opened, r.closed, r.status, :source
            from r
            where r.is_new
            """;
    private static final String CHANGE = ROWS + """
            update organisation o
            set name = r.name, address = r.address, postcode = r.postcode, telephone = r.telephone,
                opened = r.opened, closed = r.closed, register_status = r.status, version = o.version + 1
            from r
            where o.code = r.code and not r.is_new
            """;
    /// ICBs exist since 1 July 2022 (Health and Care Act 2022): whatever was open then belonged to one from that day.
    /// What
    /// an ICB takes over from another belongs to it from the day it is known.
    private static final String JOIN = ROWS + """
            insert into icb_member (icb, organisation, valid_from, valid_to)
            select :icb, o.id, d.starts, case when r.closed >= d.starts then r.closed + 1 end
            from r
            join organisation o on o.code = r.code
            cross join lateral (
                select case when exists (select from icb_member e where e.organisation = o.id and e.lead)
                    then cast(:today as date)
                    else greatest(coalesce(r.opened, date '2022-07-01'), date '2022-07-01') end as starts) d
            where r.icb <> '' and coalesce(r.was_icb, '') = ''
            on conflict (icb, organisation) where valid_to is null do nothing
            """;
    private static final String LEAVE = ROWS + """
            update icb_member m
            set valid_to = greatest(cast(:today as date), m.valid_from + 1), version = m.version + 1
            from r
            join organisation o on o.code = r.code
            where m.icb = :icb and m.organisation = o.id and m.valid_to is null and r.icb = '' and r.was_icb <> ''
            """;
    private static final String CLOSE = ROWS + """
            update icb_member m
            set valid_to = greatest(r.closed, m.valid_from) + 1, version = m.version + 1
            from r
            join organisation o on o.code = r.code
            where m.icb = :icb and m.organisation = o.id and m.valid_to is null and r.closed is not null
            """;
    /// A closing that proved wrong: the membership that ended with it goes on.
    private static final String REOPEN = ROWS + """
            update icb_member m
            set valid_to = null, version = m.version + 1
            from r
            join organisation o on o.code = r.code
            where m.icb = :icb and m.organisation = o.id and r.closed is null and r.was_closed is not null
              and m.valid_to = greatest(r.was_closed, m.valid_from) + 1
            """;
    private static final String ADD_SUB_ICB = ROWS + """
            insert into organisation (code, name, kind, source)
            select distinct r.sub, 'Sub-ICB location ' || r.sub, 'SUB_ICB', :source
            from r
            where r.sub <> ''
            on conflict (code) do nothing
            """;
    private static final String PLACE_SUB_ICB = ROWS + """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            select distinct s.id, cast(:icb as int), 'PART_OF', date '2022-07-01'
            from r
            join organisation s on s.code = r.sub and s.kind = 'SUB_ICB'
            where r.icb <> '' and not exists (
                select from organisation_link l
                where l.from_organisation = s.id and l.type = 'PART_OF' and l.valid_to is null)
            """;
    private static final String END_SUB_ICB = ROWS + """
            update organisation_link l
            set valid_to = greatest(cast(:today as date), l.valid_from + 1), version = l.version + 1
            from r
            join organisation o on o.code = r.code
            where l.from_organisation = o.id and l.type = 'COMMISSIONED_BY' and l.valid_to is null
              and coalesce(r.was_sub, '') <> r.sub
            """;
    private static final String LINK_SUB_ICB = ROWS + """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            select o.id, s.id, 'COMMISSIONED_BY',
                case when r.is_new then greatest(coalesce(r.opened, date '2022-07-01'), date '2022-07-01')
                    else cast(:today as date) end
            from r
            join organisation o on o.code = r.code
            join organisation s on s.code = r.sub
            where r.sub <> '' and coalesce(r.was_sub, '') <> r.sub
            """;
    private static final String SUCCEED = ROWS + """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            select old.id, o.id, 'SUCCEEDED_BY', coalesce(r.opened, cast(:today as date))
            from r
            join organisation o on o.code = r.code
            join organisation old on old.code = r.succeeds
            where r.is_new
            on conflict (from_organisation, to_organisation, type) where valid_to is null do nothing
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
        var rows = rows(changes);
        for (var sql : List.of(
                ADD,
                CHANGE,
                JOIN,
                LEAVE,
                CLOSE,
                REOPEN,
                ADD_SUB_ICB,
                PLACE_SUB_ICB,
                END_SUB_ICB,
                LINK_SUB_ICB,
                SUCCEED)) {
            run(sql, rows, doing);
        }
    }

    void undo(List<RowChange> changes, Doing doing) {
        var removed = changes.stream().filter(change -> change.after() == null).toList();
        var restored = changes.stream().filter(change -> change.after() != null).toList();
        var codes = removed.stream().map(RowChange::key).toArray(String[]::new);
        RegisterUndo.REMOVE.forEach(sql ->
                jdbc.sql(sql).param("codes", codes).param("icb", doing.icb()).update());
        if (!restored.isEmpty()) {
            var rows = rows(restored);
            List.of(
                            CHANGE,
                            ROWS + RegisterUndo.UNJOIN,
                            ROWS + RegisterUndo.REJOIN,
                            CLOSE,
                            REOPEN,
                            ROWS + RegisterUndo.UNLINK,
                            ROWS + RegisterUndo.RELINK)
                    .forEach(sql -> run(sql, rows, doing));
        }
        RegisterUndo.REMOVE_SUB_ICB.forEach(
                sql -> jdbc.sql(sql).param("source", source(doing)).update());
    }

    private void run(String sql, String rows, Doing doing) {
        var statement = jdbc.sql(sql).param("rows", rows);
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
