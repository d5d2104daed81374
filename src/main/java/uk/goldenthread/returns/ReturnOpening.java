package uk.goldenthread.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.FinancialYear;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.returns.store.ReturnWrites;

/// Opens the returns of a period for every provider of an ICB that is asked for anything: one statement,
/// and nothing
/// happens the second time.
@Service
public class ReturnOpening {
    private static final String ICBS = "select distinct icb from pub_provider order by icb";

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ReturnWrites writes;
    private final ReturnRules rules;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    ReturnOpening(
            UnitOfWork work,
            AccessPolicy policy,
            ReturnWrites writes,
            ReturnRules rules,
            Ledger ledger,
            JdbcClient jdbc) {
        this.work = work;
        this.policy = policy;
        this.writes = writes;
        this.rules = rules;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /// For every ICB, opens the returns of the last month and the last quarter that ended before that day.
    ///
    /// @return how many were opened
    public int openDueReturns(LocalDate today) {
        List<Integer> icbs = work.read(
                Scope.system(),
                () -> jdbc.sql(ICBS).query((row, _) -> row.getInt("icb")).list());
        var opened = 0;
        for (int icb : icbs) {
            opened += openDueReturns(icb, today);
        }
        return opened;
    }

    /// The same for one ICB.
    public int openDueReturns(int icb, LocalDate today) {
        return work.write(
                Scope.jobFor(icb),
                () -> open(icb, Month.of(today).previous(), "Golden Thread")
                        + open(icb, Quarter.of(today).previous(), "Golden Thread"));
    }

    /// Opens the returns of a period on demand.
    ///
    /// @return how many were opened, or why none can be
    public Outcome<Integer> open(Actor actor, Period period) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.RETURN_QUERY, Resource.ofIcb(actor.icb()));
            if (period instanceof FinancialYear) {
                return Outcome.refused(
                        "period", "Choose a month or a quarter; yearly figures ride in the fourth quarter.", OPENING);
            }
            if (!period.end().isBefore(rules.today())) {
                return Outcome.refused("period", "%s has not ended yet.".formatted(period.label()), OPENING);
            }
            return Outcome.accepted(open(actor.icb(), period, actor.name()));
        });
    }

    private static final Clause OPENING = Clause.HOUSE;

    private int open(int icb, Period period, String by) {
        var opened = writes.open(
                new ReturnWrites.Opening(
                        icb,
                        period.code(),
                        period.start(),
                        period.end(),
                        period instanceof Month ? "MONTHLY" : "QUARTERLY",
                        rules.due(period),
                        rules.now(),
                        by),
                rules.askedFor(period));
        if (opened > 0) {
            ledger.record("RETURNS_OPENED", "icb/" + icb, Map.of("period", period.code(), "returns", opened));
        }
        return opened;
    }
}
