package uk.goldenthread.browser;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.concerns.Signals;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// The pages of early warning and the ladder, at a desk and on a phone.
@GoldenThreadTest
class ConcernsBrowserTest {
    @Autowired
    Given given;

    @Autowired
    Measures measures;

    @Autowired
    Signals signals;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Test
    void signalsAndLadderAreGoodPagesAtADeskAndOnAPhone() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var id = decline(icb, trust);
        var nurse = given.person("DESIGNATED_NURSE", icb);
        signals.askProvider(nurse.actor(), id, "What has changed since April?").orElseThrow();
        try (var desk = BrowserSession.atADesk(given)) {
            look(desk.signIn(nurse), trust, id, "");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            look(phone.signIn(nurse), trust, id, "-phone");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust))
                    .open("/signals/questions");
            phone.assertGoodPage("questions-phone");
        }
    }

    private static void look(BrowserSession session, Given.Organisation trust, long id, String suffix) {
        session.open("/signals");
        session.assertGoodPage("signals" + suffix);
        session.open("/signals/" + id);
        session.assertGoodPage("signal" + suffix);
        session.open("/providers/" + trust.code() + "/ladder");
        session.assertGoodPage("ladder" + suffix);
    }

    /// Two years near 93, then a fall below the target of 90; the number of the first signal it raises.
    private long decline(Given.Organisation icb, Given.Organisation trust) {
        double[] values = {93, 94, 92, 93, 94, 93, 92, 94, 93, 93, 92, 94, 93, 92, 93, 94, 92, 93, 91, 89, 88, 83, 78};
        var period = Period.parse("2024-11");
        var recorded = new ArrayList<MeasureValue>();
        for (var value : values) {
            recorded.add(new MeasureValue(
                    new SeriesKey(icb.id(), trust.id(), "K01"),
                    period,
                    BigDecimal.valueOf(value * 10),
                    BigDecimal.valueOf(1000),
                    value,
                    MeasureValue.Status.FINAL,
                    "test",
                    1));
            period = period.next();
        }
        work.write(Scope.jobFor(icb.id()), () -> measures.record(icb.id(), recorded));
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select min(id) from signal where icb = :icb")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getLong(1))
                        .single());
    }
}
