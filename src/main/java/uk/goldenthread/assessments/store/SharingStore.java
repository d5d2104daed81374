package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.kernel.Reference;

/// Returns that providers share with further ICBs. Called inside a unit of work.
@Component
public class SharingStore {
    /// What sharings are called by other modules.
    static final String REFERENCE = "sharing";
    private static final String ELSEWHERE = """
            select distinct o.id, o.name
            from pub_provider p
            join pub_organisation o on o.id = p.icb
            where p.organisation = :organisation and p.icb <> :icb and p.valid_from <= :on
                and (p.valid_to is null or p.valid_to > :on)
            order by o.name, o.id
            """;
    private static final String SHARES = """
            select s.id, s.icb, h.name as holder, s.organisation, s.assessment, s.with_icb, o.name, s.agreed_by_name, s.agreed_at,
                s.ended_at, s.ended_by_name, s.ended_why
            from shared_return s
            join pub_organisation h on h.id = s.icb
            join pub_organisation o on o.id = s.with_icb
            """;
    private static final String OF = SHARES + "where s.icb = :icb and s.assessment = :assessment order by s.id";
    private static final String WITH = SHARES + "where s.with_icb = :icb and s.ended_at is null order by s.id";
    private static final String ONE = SHARES + "where s.id = :id";
    private static final String HERE = """
            select c.sharing, c.handed_in_at from shared_copy c
            where c.assessment = :assessment and c.icb = :icb and c.sharing is not null
            """;
    private static final String FILLED = """
            select assessment from shared_copy where sharing = :sharing and icb = :icb order by assessment
            """;
    private static final String ADD = """
            insert into shared_return (icb, organisation, assessment, with_icb, agreed_by, agreed_by_name, agreed_at)
            values (:icb, :organisation, :assessment, :with, :by, :byName, :at)
            on conflict (assessment, with_icb) where ended_at is null do nothing
            """;
    private static final String END = """
            update shared_return
            set ended_at = :at, ended_by = :by, ended_by_name = :byName, ended_why = :why, version = version + 1
            where id = :id and icb = :icb and ended_at is null
            """;
    private static final String TARGET = """
            select a.id, c.from_icb, c.sharing, c.handed_in_at
            from assessment a
            join assessment_round r on r.id = a.round
            left join shared_copy c on c.assessment = a.id
            where a.icb = :icb and a.organisation = :organisation and r.framework = :framework and r.edition = :edition
                and a.kind = :kind and a.light = :light and r.state = 'PUBLISHED' and r.opens_on <= :on
            order by r.opens_on desc, a.id desc
            limit 1
            """;
    private static final String MARK = """
            insert into shared_copy as c (assessment, icb, organisation, from_icb, sharing, handed_in_at)
            values (:id, :icb, :organisation, :from, :sharing, :at)
            on conflict (assessment) do update
            set from_icb = excluded.from_icb, sharing = excluded.sharing, handed_in_at = excluded.handed_in_at,
                version = c.version + 1
            """;

    private final JdbcClient jdbc;

    public SharingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An ICB by its number.
    public record Icb(int id, String name) {}

    /// A return that is shared, or was.
    ///
    /// @param icb to which it was handed in
    /// @param holder that ICB's name
    /// @param with which ICB besides
    /// @param ended null while it is shared
    public record Share(
            long id,
            int icb,
            String holder,
            int organisation,
            long assessment,
            Icb with,
            String byName,
            Instant at,
            @Nullable Ended ended) {
        /// Its name to other modules, as `sharing/12`.
        public Reference reference() {
            return Reference.of(REFERENCE, id);
        }

        /// Whether the provider still agrees to it.
        public boolean isOpen() {
            return ended == null;
        }
    }

    /// That the provider took its agreement back.
    public record Ended(Instant at, String byName, String why) {}

    /// The assessment that takes a shared return up.
    ///
    /// @param from from which ICB it was last filled; null while it was not
    /// @param sharing under which agreement; null while it was not
    /// @param at when that was handed in there
    public record Target(
            long assessment,
            @Nullable Integer from,
            @Nullable Long sharing,
            @Nullable Instant at) {}

    /// Under which agreement an assessment was filled, and with what.
    ///
    /// @param handedIn when that was handed in where it came from
    public record Here(long sharing, Instant handedIn) {}

    /// The other ICBs that assure an organisation on that day.
    public List<Icb> elsewhere(int icb, int organisation, LocalDate on) {
        return jdbc.sql(ELSEWHERE)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("on", on)
                .query((row, _) -> new Icb(row.getInt("id"), row.getString("name")))
                .list();
    }

    /// With whom an assessment is shared, or was.
    public List<Share> of(int icb, long assessment) {
        return jdbc.sql(OF)
                .param("icb", icb)
                .param("assessment", assessment)
                .query(SharingStore::share)
                .list();
    }

    /// What is shared with an ICB now.
    public List<Share> with(int icb) {
        return jdbc.sql(WITH).param("icb", icb).query(SharingStore::share).list();
    }

    /// One sharing, for the provider and for both ICBs.
    public Optional<Share> find(long id) {
        return jdbc.sql(ONE).param("id", id).query(SharingStore::share).optional();
    }

    /// Under which agreement an assessment of this ICB was filled; empty for what was answered here.
    public Optional<Here> here(int icb, long assessment) {
        return jdbc.sql(HERE)
                .param("icb", icb)
                .param("assessment", assessment)
                .query((row, _) -> new Here(
                        row.getLong("sharing"), row.getTimestamp("handed_in_at").toInstant()))
                .optional();
    }

    /// The assessments of that ICB that were filled under an agreement.
    public List<Long> filled(int icb, long sharing) {
        return jdbc.sql(FILLED)
                .param("icb", icb)
                .param("sharing", sharing)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Keeps that a return is shared; again changes nothing.
    public void add(AssessmentHeader header, int with, int by, String byName, Instant at) {
        jdbc.sql(ADD)
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("assessment", header.id())
                .param("with", with)
                .param("by", by)
                .param("byName", byName)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Keeps that the provider ended a sharing.
    ///
    /// @return whether it was shared until now
    public boolean end(Share share, int by, Ended ended) {
        return jdbc.sql(END)
                        .param("id", share.id())
                        .param("icb", share.icb())
                        .param("by", by)
                        .param("byName", ended.byName())
                        .param("why", ended.why())
                        .param("at", Timestamp.from(ended.at()))
                        .update()
                > 0;
    }

    /// The assessment in an open round of that ICB which asks the same of the same organisation.
    public Optional<Target> target(int icb, AssessmentHeader source, LocalDate on) {
        return jdbc.sql(TARGET)
                .param("icb", icb)
                .param("organisation", source.organisation())
                .param("framework", source.round().framework())
                .param("edition", source.round().edition())
                .param("kind", source.kind())
                .param("light", source.light())
                .param("on", on)
                .query(SharingStore::target)
                .optional();
    }

    /// Notes where an assessment was filled from.
    ///
    /// @param at when that was handed in there
    public void mark(AssessmentHeader target, Share share, Instant at) {
        jdbc.sql(MARK)
                .param("id", target.id())
                .param("icb", target.icb())
                .param("organisation", target.organisation())
                .param("from", share.icb())
                .param("sharing", share.id())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Share(
                row.getLong("id"),
                row.getInt("icb"),
                row.getString("holder"),
                row.getInt("organisation"),
                row.getLong("assessment"),
                new Icb(row.getInt("with_icb"), row.getString("name")),
                row.getString("agreed_by_name"),
                row.getTimestamp("agreed_at").toInstant(),
                ended == null
                        ? null
                        : new Ended(ended.toInstant(), row.getString("ended_by_name"), row.getString("ended_why")));
    }

    private static Target target(ResultSet row, int number) throws SQLException {
        return new Target(
                row.getLong("id"),
                row.getObject("from_icb", Integer.class),
                row.getObject("sharing", Long.class),
                RoundStore.instant(row.getTimestamp("handed_in_at")));
    }
}
