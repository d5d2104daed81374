package uk.goldenthread.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.ActorsForTests;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.store.ReturnStore;
import uk.goldenthread.support.Given;

/// Looks into returns, and answers them as a typical provider would.
@Component
public class ReturnsForTests {
    private final UnitOfWork work;
    private final ReturnStore store;
    private final RuleBook.Shipped shipped;
    private final Accounts accounts;
    private final ActorsForTests actors;
    private final JdbcClient jdbc;

    ReturnsForTests(
            UnitOfWork work,
            ReturnStore store,
            RuleBook.Shipped shipped,
            Accounts accounts,
            ActorsForTests actors,
            JdbcClient jdbc) {
        this.work = work;
        this.store = store;
        this.shipped = shipped;
        this.accounts = accounts;
        this.actors = actors;
        this.jdbc = jdbc;
    }

    public ReturnHeader header(Given.Person person, Given.Organisation organisation, String period) {
        var icb = person.actor().icb();
        return work.read(
                person.actor().scope(),
                () -> store.header(
                                icb,
                                store.find(icb, organisation.code(), period).orElseThrow())
                        .orElseThrow());
    }

    public List<ReturnLine> lines(Given.Person person, long id) {
        return work.read(
                person.actor().scope(), () -> store.lines(person.actor().icb(), id));
    }

    public ReturnLine line(Given.Person person, long id, String kpi) {
        return lines(person, id).stream()
                .filter(line -> line.kpi().equals(kpi))
                .findFirst()
                .orElseThrow();
    }

    /// 18 of 20 (90 per cent), 3, or yes, with words so that nothing is missing.
    public Typed typical(ReturnLine line) {
        var asked = ReturnRules.asked(shipped.kpis().find(line.kpi()).orElseThrow());
        var typed = asked.isRatio()
                ? Typed.ratio(line.kpi(), "18", "20")
                : Typed.single(
                        line.kpi(), asked.unit() == uk.goldenthread.returns.model.Asked.Unit.YES_NO ? "yes" : "3");
        return typed.saying("As last time");
    }

    public void alsoGrant(Given.Person person, String role, Given.Organisation icb, Given.Organisation organisation) {
        accounts.grant(person.actor().account(), role, icb.id(), organisation.id(), LocalDate.of(2022, 7, 1));
    }

    public Actor refreshed(Given.Person person, Given.Organisation icb, Given.Organisation organisation) {
        return actors.actor(person.actor().account(), icb.id(), organisation.id());
    }

    /// The database's own present: later than everything recorded so far.
    public Instant instant() {
        return work.read(
                uk.goldenthread.database.Scope.system(),
                () -> jdbc.sql("select clock_timestamp()")
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
    }

    public BigDecimal numeratorAsAt(Given.Person person, @Nullable Instant asAt, long id, String kpi) {
        return work.read(
                person.actor().scope(),
                asAt,
                () -> jdbc.sql("select numerator from pub_return_line where return_id = :id and kpi = :kpi")
                        .param("id", id)
                        .param("kpi", kpi)
                        .query((row, _) -> row.getBigDecimal(1))
                        .single());
    }
}
