package uk.goldenthread.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.model.Validity;

/// SQL that reads items of evidence: one, or a page of a library.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class EvidenceReading {
    private static final String ONE = "select " + ItemRows.COLUMNS + """
            , e.icb, e.received_at, e.given_by, e.valid_basis, e.confirmed_at, e.confirmed_by, e.withdrawn_at, e.withdrawn_by,
            e.withdrawn_why, e.version
            from evidence e join evidence_version v on v.evidence = e.id and v.number = e.latest
            where e.icb = :icb and e.id = :id
            """;
    private static final String FROM = """
            from evidence e join evidence_version v on v.evidence = e.id and v.number = e.latest
            where %s
            """;
    private static final String PAGE =
            "select " + ItemRows.COLUMNS + """
            , (select count(*) from evidence_claim c where c.icb = e.icb and c.evidence = e.id) as claims
            """ + FROM + " order by %s limit :size offset :skip";
    private static final String COUNT = "select count(*) " + FROM;
    private static final String SOME = "select " + ItemRows.COLUMNS + FROM + " order by e.id";
    private static final String SAME_FILE = """
            select e.id from evidence_version v join evidence e on e.id = v.evidence
            where v.icb = :icb and v.organisation = :organisation and v.sha256 = decode(:sha256, 'hex')
                and e.withdrawn_at is null
            order by e.id
            limit 1
            """;

    private final JdbcClient jdbc;

    EvidenceReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An item with all that is kept of it.
    public record Kept(
            EvidenceItem item,
            int icb,
            Instant receivedAt,
            int givenBy,
            Validity.Basis basis,
            @Nullable Instant confirmedAt,
            @Nullable Integer confirmedBy,
            @Nullable Instant withdrawnAt,
            @Nullable Integer withdrawnBy,
            @Nullable String withdrawnWhy,
            int version) {
        public EvidenceStore.Place place() {
            return new EvidenceStore.Place(icb, item.id(), version);
        }
    }

    public Optional<Kept> find(int icb, long id) {
        return jdbc.sql(ONE)
                .param("icb", icb)
                .param("id", id)
                .query(EvidenceReading::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                ItemRows.item(row, number),
                row.getInt("icb"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("given_by"),
                Validity.Basis.valueOf(row.getString("valid_basis")),
                instant(row.getTimestamp("confirmed_at")),
                row.getObject("confirmed_by", Integer.class),
                instant(row.getTimestamp("withdrawn_at")),
                row.getObject("withdrawn_by", Integer.class),
                row.getString("withdrawn_why"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }

    /// Those of these items that the actor may see.
    public List<EvidenceItem> items(Actor actor, Collection<Long> numbers) {
        var own = actor.reachesWholeIcb() ? null : Integer.valueOf(actor.organisation());
        var conditions = Conditions.of("e.icb = :icb", "icb", actor.icb())
                .and("e.id = any(:numbers::bigint[])", "numbers", numbers.toArray(Long[]::new))
                .given("e.organisation = :organisation", "organisation", own);
        return jdbc.sql(SOME.formatted(conditions.sql()))
                .params(conditions.values())
                .query(ItemRows::item)
                .list();
    }

    /// Which items of a library.
    ///
    /// @param show `now` (neither withdrawn nor past its date), `soon`, `past`, `withdrawn` or `all`
    /// @param soonUntil the last day that counts as soon
    /// @param organisation whose; null for all that the actor sees
    /// @param words part of the title; null for any. Of restricted titles only where the actor may open
    /// them
    public record Filter(
            String show,
            LocalDate today,
            LocalDate soonUntil,
            @Nullable Integer organisation,
            @Nullable String kind,
            @Nullable String words,
            boolean restrictedToo,
            String sort) {}

    /// An item of a list with how many claims it carries.
    public record Line(EvidenceItem item, int claims) {}

    public List<Line> page(Actor actor, Filter filter, int size, long skip) {
        var conditions = conditions(actor, filter).value("size", size).value("skip", skip);
        var order =
                switch (filter.sort()) {
                    case "until" -> "e.valid_until, e.id";
                    case "title" -> "case when " + ItemRows.RESTRICTED + " then '' else lower(e.title) end, e.id";
                    default -> "e.id desc";
                };
        return jdbc.sql(PAGE.formatted(conditions.sql(), order))
                .params(conditions.values())
                .query((row, number) -> new Line(ItemRows.item(row, number), row.getInt("claims")))
                .list();
    }

    public long count(Actor actor, Filter filter) {
        var conditions = conditions(actor, filter);
        return jdbc.sql(COUNT.formatted(conditions.sql()))
                .params(conditions.values())
                .query(Long.class)
                .single();
    }

    private static Conditions conditions(Actor actor, Filter filter) {
        var own = actor.reachesWholeIcb() ? filter.organisation() : Integer.valueOf(actor.organisation());
        var conditions = Conditions.of("e.icb = :icb", "icb", actor.icb())
                .given("e.organisation = :organisation", "organisation", own)
                .given("e.kind = :kind", "kind", filter.kind());
        if (filter.words() != null) {
            conditions
                    .and("position(lower(:words) in lower(e.title)) > 0", "words", filter.words())
                    .when(!filter.restrictedToo(), "not " + ItemRows.RESTRICTED);
        }
        return switch (filter.show()) {
            case "now" -> conditions.and("e.withdrawn_at is null and e.valid_until >= :today", "today", filter.today());
            case "soon" ->
                conditions
                        .and("e.withdrawn_at is null and e.valid_until >= :today", "today", filter.today())
                        .and("e.valid_until <= :soon", "soon", filter.soonUntil());
            case "past" -> conditions.and("e.withdrawn_at is null and e.valid_until < :today", "today", filter.today());
            case "withdrawn" -> conditions.when(true, "e.withdrawn_at is not null");
            default -> conditions;
        };
    }

    /// The item, not withdrawn, of which these very bytes are a version.
    public Optional<Long> sameFile(int icb, int organisation, String sha256) {
        return jdbc.sql(SAME_FILE)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("sha256", sha256)
                .query(Long.class)
                .optional();
    }
}
