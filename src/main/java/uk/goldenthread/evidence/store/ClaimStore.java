package uk.goldenthread.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.evidence.EvidenceItem;

/// SQL of what evidence supports.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ClaimStore {
    private static final String OF_SUBJECTS = "select c.subject, " + ItemRows.COLUMNS + " from evidence_claim c join "
            + "evidence e on e.id = c.evidence join evidence_version v on v.evidence = e.id and v.number = e.latest"
            + " where %s order by c.subject, e.id";
    private static final String OF_ITEMS = """
            select c.evidence, c.subject, c.linked_by, c.at, c.carried_from
            from evidence_claim c
            where %s
            order by c.evidence, c.at, c.subject
            """;
    private static final String ADD = """
            insert into evidence_claim (evidence, subject, icb, organisation, linked_by, at)
            values (:evidence, :subject, :icb, :organisation, :account, :at)
            on conflict do nothing
            """;
    private static final String REMOVE =
            "delete from evidence_claim where evidence = :evidence and subject = :subject and icb = :icb";
    private static final String COPY = """
            insert into evidence_claim (evidence, subject, icb, organisation, linked_by, at, carried_from)
            select distinct on (c.evidence, t.target) c.evidence, t.target, c.icb, c.organisation, :account, :at, c.subject
            from unnest(:from::text[], :to::text[], :owner::int[]) as t (source, target, owner)
            join evidence_claim c on c.subject = t.source and c.organisation = t.owner
            join evidence e on e.id = c.evidence and e.withdrawn_at is null
            where c.icb = :icb
            order by c.evidence, t.target, c.subject
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An item that supports a thing.
    public record Supporting(String subject, EvidenceItem item) {}

    /// A link as it was made.
    ///
    /// @param linkedBy an account's number, or `system`
    /// @param carriedFrom the thing whose link was copied; null for one made by hand
    public record Link(
            long evidence,
            String subject,
            String linkedBy,
            Instant at,
            @Nullable String carriedFrom) {}

    /// From one thing to another of the same organisation.
    public record Copy(String from, String to, int organisation) {}

    private static Conditions within(Actor actor) {
        var conditions = Conditions.of("c.icb = :icb", "icb", actor.icb());
        return actor.reachesWholeIcb()
                ? conditions
                : conditions.and("c.organisation = :organisation", "organisation", actor.organisation());
    }

    /// Every item that supports any of these things, by thing, then in the order they were given.
    public List<Supporting> supporting(Actor actor, Collection<String> subjects) {
        var conditions =
                within(actor).and("c.subject = any(:subjects::text[])", "subjects", subjects.toArray(String[]::new));
        return jdbc.sql(OF_SUBJECTS.formatted(conditions.sql()))
                .params(conditions.values())
                .query(ClaimStore::supporting)
                .list();
    }

    private static Supporting supporting(ResultSet row, int number) throws SQLException {
        return new Supporting(row.getString("subject"), ItemRows.item(row, number));
    }

    /// What these items support.
    public List<Link> linksOf(Actor actor, Collection<Long> items) {
        var conditions = within(actor).and("c.evidence = any(:items::bigint[])", "items", items.toArray(Long[]::new));
        return jdbc.sql(OF_ITEMS.formatted(conditions.sql()))
                .params(conditions.values())
                .query(ClaimStore::link)
                .list();
    }

    /// The links to these things.
    public List<Link> linksTo(Actor actor, Collection<String> subjects) {
        var conditions =
                within(actor).and("c.subject = any(:subjects::text[])", "subjects", subjects.toArray(String[]::new));
        return jdbc.sql(OF_ITEMS.formatted(conditions.sql()))
                .params(conditions.values())
                .query(ClaimStore::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("evidence"),
                row.getString("subject"),
                row.getString("linked_by"),
                row.getTimestamp("at").toInstant(),
                row.getString("carried_from"));
    }

    /// Whether the link is new.
    public boolean add(Actor actor, EvidenceItem item, String subject, Instant at) {
        return jdbc.sql(ADD)
                        .param("evidence", item.id())
                        .param("subject", subject)
                        .param("icb", actor.icb())
                        .param("organisation", item.organisation())
                        .param("account", Integer.toString(actor.account()))
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /// Whether there was such a link.
    public boolean remove(int icb, long evidence, String subject) {
        return jdbc.sql(REMOVE)
                        .params(Map.of("icb", icb, "evidence", evidence, "subject", subject))
                        .update()
                > 0;
    }

    /// Copies the links of items that are not withdrawn.
    ///
    /// @return how many are new
    public int copy(Actor actor, List<Copy> copies, Instant at) {
        return jdbc.sql(COPY)
                .param("from", copies.stream().map(Copy::from).toArray(String[]::new))
                .param("to", copies.stream().map(Copy::to).toArray(String[]::new))
                .param("owner", copies.stream().map(Copy::organisation).toArray(Integer[]::new))
                .param("icb", actor.icb())
                .param("account", Integer.toString(actor.account()))
                .param("at", Timestamp.from(at))
                .update();
    }

    /// One item by number, for a link to it; of any organisation that the policy lets through.
    public Optional<EvidenceItem> item(int icb, long id) {
        return jdbc.sql("select " + ItemRows.COLUMNS + " from " + ItemRows.WITH_FILE
                        + " where e.icb = :icb and e.id = :id")
                .param("icb", icb)
                .param("id", id)
                .query(ItemRows::item)
                .optional();
    }
}
