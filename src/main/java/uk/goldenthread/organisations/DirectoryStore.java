package uk.goldenthread.organisations;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.organisations.model.Appointment;

/// SQL that reads the directory: the list and one entry.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
class DirectoryStore {
    private static final String OURS = """
            (o.id = :icb or exists (select from icb_member m where m.icb = :icb and m.organisation = o.id))
            """;
    private static final String OURS_TODAY = """
            (o.id = :icb or exists (
                select from icb_member m
                where m.icb = :icb and m.organisation = o.id
                  and m.valid_from <= :today and (m.valid_to is null or m.valid_to > :today)))
            """;
    private static final String LIST = """
            select o.code, o.name, o.kind, o.postcode, o.telephone, o.opened, o.closed
            from organisation o
            where %s
            order by lower(o.name), o.id
            limit :limit offset :offset
            """;
    private static final String COUNT = "select count(*) from organisation o where %s";
    private static final String CONTACT = """
            select address, postcode, telephone, register_status, source, version from organisation where id = :id
            """;
    /// Across the present and the past alike, so it names both places.
    private static final String NAMES = """
            select name, min(recorded_from) as since
            from (
                select name, recorded_from from app.organisation where id = :id
                union all
                select name, recorded_from from history.organisation where id = :id) n
            where recorded_from <= :at
            group by name
            order by since, name
            """;
    private static final String MEMBERSHIPS = """
            select m.icb, i.code, i.name, m.valid_from, m.valid_to
            from icb_member m
            join organisation i on i.id = m.icb
            where m.organisation = :id
            order by m.valid_from, m.id
            """;
    private static final String RELATIONS = """
            select l.type, l.from_organisation = :id as outward, o.code, o.name, l.valid_from, l.valid_to
            from organisation_link l
            join organisation o on o.id = case when l.from_organisation = :id then l.to_organisation
                else l.from_organisation end
            where l.from_organisation = :id or (l.to_organisation = :id and l.type <> 'COMMISSIONED_BY')
            order by l.valid_from, l.id
            limit 200
            """;
    private static final String HOLDERS = """
            select id, role, person, email, telephone, wte, appointment, valid_from, valid_to, version
            from post_holder
            where icb = :icb and organisation = :id
            order by valid_to nulls first, role, valid_from, id
            """;

    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec filtered(String sql, Organisations.Filter filter, int icb, LocalDate today) {
        var open = filter.standing() == Organisations.Standing.OPEN;
        var conditions = new Conditions()
                .given(
                        "(strpos(lower(o.name), lower(:search)) > 0 or strpos(o.code, upper(:search)) = 1)",
                        "search",
                        filter.search())
                .given("o.kind = :kind", "kind", filter.kind());
        switch (filter.standing()) {
            case OPEN -> conditions.and("(o.closed is null or o.closed >= :today)", "today", today);
            case CLOSED -> conditions.and("o.closed < :today", "today", today);
            case ALL -> {
                // whether it is open or not
            }
        }
        if (filter.ours()) {
            conditions.and(open ? OURS_TODAY : OURS, "icb", icb);
        }
        return jdbc.sql(sql.formatted(conditions.sql())).params(conditions.values());
    }

    List<Organisations.Line> list(Organisations.Filter filter, int icb, LocalDate today, int limit, int offset) {
        return filtered(LIST, filter, icb, today)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Organisations.Line(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("postcode"),
                        row.getString("telephone"),
                        row.getObject("opened", LocalDate.class),
                        row.getObject("closed", LocalDate.class)))
                .list();
    }

    int count(Organisations.Filter filter, int icb, LocalDate today) {
        return filtered(COUNT, filter, icb, today)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Contact and version together.
    record ContactRow(Entry.Contact contact, int version) {}

    ContactRow contact(int id) {
        return jdbc.sql(CONTACT)
                .param("id", id)
                .query((row, _) -> new ContactRow(
                        new Entry.Contact(
                                row.getString("address"),
                                row.getString("postcode"),
                                row.getString("telephone"),
                                row.getString("register_status"),
                                row.getString("source")),
                        row.getInt("version")))
                .single();
    }

    List<Entry.Name> names(int id, Instant at) {
        return jdbc.sql(NAMES)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .query((row, _) -> new Entry.Name(
                        row.getString("name"), row.getTimestamp("since").toInstant()))
                .list();
    }

    List<Entry.Membership> memberships(int id) {
        return jdbc.sql(MEMBERSHIPS)
                .param("id", id)
                .query((row, _) -> new Entry.Membership(
                        row.getInt("icb"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    List<Entry.Relation> relations(int id) {
        return jdbc.sql(RELATIONS)
                .param("id", id)
                .query((row, _) -> new Entry.Relation(
                        words(row.getString("type"), row.getBoolean("outward")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    static String words(String type, boolean outward) {
        return switch (type) {
            case "SUCCEEDED_BY" -> outward ? "was succeeded by" : "took the place of";
            case "MERGED_INTO" -> outward ? "merged into" : "took in";
            case "PART_OF" -> outward ? "is part of" : "includes";
            case "COMMISSIONED_BY" -> outward ? "is commissioned by" : "commissions";
            case "HOSTED_BY" -> outward ? "is hosted by" : "hosts";
            case "IN_CLUSTER" -> outward ? "is in the cluster" : "is the cluster of";
            default -> outward ? "is in the area of" : "has in its area";
        };
    }

    List<Entry.Holder> holders(int icb, int id) {
        return jdbc.sql(HOLDERS)
                .param("icb", icb)
                .param("id", id)
                .query((row, _) -> {
                    var wte = row.getBigDecimal("wte");
                    return new Entry.Holder(
                            row.getInt("id"),
                            new Appointment(
                                    row.getString("role"),
                                    row.getString("person"),
                                    Appointment.Type.valueOf(row.getString("appointment")),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_to", LocalDate.class)),
                            row.getString("email"),
                            row.getString("telephone"),
                            wte == null ? null : wte.stripTrailingZeros().toPlainString(),
                            row.getInt("version"));
                })
                .list();
    }

    Optional<Entry.Holder> holder(int icb, int organisation, int id) {
        return holders(icb, organisation).stream()
                .filter(holder -> holder.id() == id)
                .findFirst();
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
