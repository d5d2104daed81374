package uk.goldenthread.evidence.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.evidence.EvidenceItem;

/// SQL of evidence whose time is ending.
@Repository("evidenceDueStore")
public class DueStore {
    private static final String ENDING_ON = "select " + ItemRows.COLUMNS + """
            from evidence e join evidence_version v on v.evidence = e.id and v.number = e.latest
            where e.icb = :icb and e.withdrawn_at is null and e.valid_until = any(:days::date[])
            order by e.id
            """;
    private static final String TO_RENEW = "select " + ItemRows.COLUMNS + """
            from evidence e join evidence_version v on v.evidence = e.id and v.number = e.latest
            where e.icb = :icb and e.organisation = :organisation and e.withdrawn_at is null and e.valid_until <= :soon
                and (e.valid_until >= :today
                    or exists (select from evidence_claim c where c.icb = e.icb and c.evidence = e.id))
            order by e.valid_until, e.id
            limit 50
            """;
    private static final String GIVEN_BY = "select " + ItemRows.COLUMNS + """
            from evidence e join evidence_version v on v.evidence = e.id and v.number = e.latest
            where e.icb = :icb and e.organisation = :organisation and v.given_by = :account and v.at >= :since
            order by v.at desc, e.id desc
            limit 20
            """;

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everything of an ICB whose last day is one of these.
    public List<EvidenceItem> endingOn(int icb, Collection<LocalDate> days) {
        return jdbc.sql(ENDING_ON)
                .param("icb", icb)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(ItemRows::item)
                .list();
    }

    /// What the acting organisation has to renew: what ends by that day, and what has ended while
    /// something rests on
    /// it. Soonest first, at most 50.
    public List<EvidenceItem> toRenew(Actor actor, LocalDate today, LocalDate soon) {
        return jdbc.sql(TO_RENEW)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("today", today)
                .param("soon", soon)
                .query(ItemRows::item)
                .list();
    }

    /// What this person gave for the acting organisation since that day, newest first, at most 20.
    public List<EvidenceItem> givenBy(Actor actor, LocalDate since) {
        return jdbc.sql(GIVEN_BY)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("account", actor.account())
                .param("since", since)
                .query(ItemRows::item)
                .list();
    }
}
