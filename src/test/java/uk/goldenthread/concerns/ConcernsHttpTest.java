package uk.goldenthread.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// Signals and the ladder as the people who use them meet them.
@NullMarked
@GoldenThreadTest
class ConcernsHttpTest {
    @Autowired
    Given given;

    @Autowired
    Measures measures;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DailyLook dailyLook;

    @Autowired
    SettableClock clock;

    Given.Organisation icb;
    Given.Organisation trust;
    Given.Organisation other;
    Person nurse;
    Person executive;
    Person named;
    Person stranger;

    /// Monday 1 June 2026; the tenth working day after it is Monday 15 June.
    @BeforeEach
    void aSignalRaisedOnTheFirstOfJune() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        other = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        executive = given.person("ICB_EXECUTIVE_LEAD", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, other);
        clock.standAt(LocalDate.of(2026, 6, 1)); // after the people: their tokens are of today
        var value = new MeasureValue(
                new SeriesKey(icb.id(), trust.id(), "K01"),
                Period.parse("2026-04"),
                BigDecimal.valueOf(750),
                BigDecimal.valueOf(1000),
                75.0,
                MeasureValue.Status.FINAL,
                "test",
                1);
        work.write(Scope.jobFor(icb.id()), () -> measures.record(icb.id(), List.of(value)));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theInboxSaysWhatTriggeredASignalAndHowLongThereIs() {
        var page = given.get(nurse, "/signals");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page.body()))
                .contains("1 signal open.")
                .contains(trust.name())
                .contains("Missed its target of 90% by at least 10 points: 75% in April 2026.")
                .contains("To acknowledge: 10 working days left")
                .contains("1 (proposes Routine)");
        clock.standAt(LocalDate.of(2026, 6, 15));
        assertThat(text(given.get(nurse, "/signals?show=escalated").body())).contains("0 signals escalated");
        clock.standAt(LocalDate.of(2026, 6, 16));
        assertThat(text(given.get(nurse, "/signals?show=escalated").body()))
                .contains("Escalated: 1 working day overdue to acknowledge");
        assertThat(text(given.get(executive, "/").body())).contains("Nobody acknowledged it in time");
    }

    @Test
    void aSignalIsExplainedBesideItsChart() {
        var page = given.get(nurse, "/signals/" + signal());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page.body()))
                .contains("far below target")
                .contains("a named person acknowledges it by 15 June 2026 (10 working days left)")
                .contains("How far to trust it")
                .contains("Raised by Golden Thread");
        assertThat(Jsoup.parse(page.body()).select("figure svg")).hasSize(1);
    }

    @Test
    void theNurseAsksTheProviderAnswersAndBothStandInTheHistory() {
        var id = signal();
        var asked = given.post(
                nurse,
                "/signals/" + id + "/triage",
                form("choice", "ASK", "text", "What happened to the April courses?"));
        assertThat(asked.statusCode()).isEqualTo(302);

        var questions = given.get(named, "/signals/questions").body();
        assertThat(text(questions))
                .contains("1 question waits for an answer.")
                .contains("What happened to the April courses?");
        assertThat(text(given.get(stranger, "/signals/questions").body())).contains("Nothing waits for an answer.");
        var action = Jsoup.parse(questions)
                .select("form[action^=/signals/questions]")
                .attr("action");
        assertThat(given.post(stranger, action, form("answer", "Not mine")).statusCode())
                .isEqualTo(404);
        assertThat(given.post(named, action, form("answer", " ")).statusCode()).isEqualTo(422);
        assertThat(given.post(named, action, form("answer", "Two courses were cancelled."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(text(given.get(nurse, "/signals/" + id).body()))
                .contains("The provider was asked, as " + nurse.actor().name() + " decided.")
                .contains("Answered by the provider: Two courses were cancelled.");
    }

    @Test
    void aProviderNeverSeesTheSignalItselfAndTheTryIsInTheLedger() {
        var id = signal();

        assertThat(given.get(named, "/signals/" + id).statusCode()).isEqualTo(404);
        assertThat(given.get(named, "/signals").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/signals/questions"));
        assertThat(given.get(named, "/api/v1/signals").statusCode()).isEqualTo(404);
        assertThat(hidden("address/signals/" + id)).isEqualTo(1);
    }

    @Test
    void aProviderDoesNotSeeAnothersLadderAndTheTryIsInTheLedger() {
        var path = "/providers/" + trust.code() + "/ladder";

        assertThat(given.get(named, path).statusCode()).isEqualTo(200);
        assertThat(text(given.get(named, path).body())).doesNotContain("The score is");
        assertThat(given.get(stranger, path).statusCode()).isEqualTo(404);
        assertThat(hidden("address" + path)).isEqualTo(1);
    }

    @Test
    void aDismissalNeedsAReasonAndThenDoesNotCount() {
        var id = signal();

        var refused = given.post(nurse, "/signals/" + id + "/triage", form("choice", "DISMISS", "text", "no"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused.body())).contains("Say why it needs nothing, in at least 10 characters");

        given.post(nurse, "/signals/" + id + "/triage", form("choice", "DISMISS", "text", "The register was wrong"));
        assertThat(text(given.get(nurse, "/signals/" + id).body())).contains("Closed: The register was wrong");
        assertThat(text(given.get(nurse, "/providers/" + trust.code() + "/ladder")
                        .body()))
                .contains("The score is 0 and proposes Routine")
                .contains("dismissed with a reason, so not counted");
    }

    @Test
    void twoPeopleWhoTriageTheSameSignalDoNotOverwriteEachOther() {
        var id = signal();
        given.post(nurse, "/signals/" + id + "/acknowledge", form("version", "1"));

        var late = given.post(nurse, "/signals/" + id + "/triage", form("choice", "WATCH", "version", "1"));

        assertThat(late.statusCode()).isEqualTo(409);
    }

    @Test
    void theLadderGoesUpStepByStepAndIntensiveNeedsTheExecutiveLead() {
        var path = "/providers/" + trust.code() + "/ladder";
        assertThat(text(given.get(nurse, path).body()))
                .contains("Routine since 1 July 2022")
                .contains("The score is 1 and proposes Routine");

        assertThat(given.post(nurse, path + "/move", move("ENHANCED")).statusCode())
                .isEqualTo(422);
        assertThat(given.post(nurse, path + "/move", move("WATCH")).statusCode())
                .isEqualTo(302);
        assertThat(given.post(nurse, path + "/move", move("ENHANCED")).statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(nurse, path).body()))
                .contains("Enhanced since 1 June 2026")
                .contains("Moving to Intensive needs the ICB executive lead.")
                .contains("by 2 July 2026 (31 days left)");
        var refused = given.post(nurse, path + "/move", move("INTENSIVE"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused.body())).contains("Propose it, and they decide.");

        assertThat(given.post(nurse, path + "/propose", move("INTENSIVE")).statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(executive, "/").body())).contains("Move to Intensive is proposed");
        assertThat(given.post(executive, path + "/move", move("INTENSIVE")).statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(nurse, path).body())).contains("Intensive since 1 June 2026");
        assertThat(given.post(named, path + "/move", move("WATCH")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aStepDownWaitsForTwoReviewPeriodsAndTheExecutiveLead() {
        var path = "/providers/" + trust.code() + "/ladder";
        given.post(nurse, path + "/move", move("WATCH"));
        var found = form("met", "yes", "evidence", "Training is at 92% by the register");
        clock.standAt(LocalDate.of(2026, 8, 3));
        given.post(nurse, path + "/review", found);
        assertThat(text(given.post(executive, path + "/move", move("ROUTINE")).body()))
                .contains("A step down needs 2 review periods in a row with evidence that the exit criteria are met;"
                        + " there is 1 so far");

        clock.standAt(LocalDate.of(2026, 10, 5));
        given.post(nurse, path + "/review", found);

        assertThat(given.post(nurse, path + "/move", move("ROUTINE")).statusCode())
                .isEqualTo(422);
        assertThat(given.post(executive, path + "/move", move("ROUTINE")).statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(named, path).body())).contains("Routine since 5 October 2026");
    }

    /// Two working days after Monday 1 June 2026 is Wednesday 3 June.
    @Test
    void aRapidReviewIsHeldInTwoWorkingDaysAndMayJump() {
        var path = "/providers/" + trust.code() + "/ladder";
        var call =
                form("immediate", "yes", "cause", "A child was left unseen", "reasons", "Nobody knows how many more");
        assertThat(given.post(nurse, path + "/rapid-review", call).statusCode()).isEqualTo(302);
        assertThat(text(given.get(nurse, path).body()))
                .contains("it is held by 3 June 2026 (2 working days left)")
                .contains("Confirmed in writing by 2 June 2026");
        assertThat(given.post(nurse, path + "/move", move("WATCH")).statusCode())
                .isEqualTo(422);

        var outcome = move("WATCH") + "&outcome=INTENSIVE";
        assertThat(given.post(nurse, path + "/rapid-review/outcome", outcome).statusCode())
                .isEqualTo(422);
        assertThat(given.post(executive, path + "/rapid-review/outcome", outcome)
                        .statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(nurse, path).body())).contains("Intensive since 1 June 2026");
    }

    @Test
    void theInterfaceGivesSignalsByThePage() {
        var answer = given.get(nurse, "/api/v1/signals?size=1&page=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"total\":1")
                .contains("\"rule\":\"W03\"")
                .contains("\"acknowledgeBy\":\"2026-06-15\"");
        assertThat(given.get(nurse, "/api/v1/signals?size=9999").statusCode()).isEqualTo(400);
    }

    /// The return for April 2026 was due on 1 June; five working days later is Monday 8 June.
    @Test
    void aReturnThatDoesNotComeIsSilenceOnceHoweverOftenTheDayIsLookedAt() {
        work.write(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("""
                                insert into data_return (icb, organisation, kind, period, period_start, period_end, frequency,
                                    due_on, executive_approval)
                                values (:icb, :trust, 'ACUTE', '2026-04', '2026-04-01', '2026-04-30', 'MONTHLY', '2026-06-01', true)
                                """)
                        .param("icb", icb.id())
                        .param("trust", trust.id())
                        .update());

        dailyLook.run(icb.id(), LocalDate.of(2026, 6, 5));
        assertThat(text(given.get(nurse, "/signals?rule=SILENCE").body())).contains("0 signals open.");
        dailyLook.run(icb.id(), LocalDate.of(2026, 6, 8));
        dailyLook.run(icb.id(), LocalDate.of(2026, 6, 8));

        assertThat(text(given.get(nurse, "/signals?rule=SILENCE").body()))
                .contains("1 signal open.")
                .contains("No return has come for April 2026, due 5 working days ago.");
    }

    private long signal() {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select id from signal where icb = :icb")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getLong(1))
                        .single());
    }

    private int hidden(String subject) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("""
                        select count(*) from ledger.entry where icb = :icb and action = 'HIDDEN' and subject = :subject
                        """)
                        .param("icb", icb.id())
                        .param("subject", subject)
                        .query((row, _) -> row.getInt(1))
                        .single());
    }

    private static String move(String to) {
        return form(
                "to", to,
                "cause", "Training fell three times",
                "reasons", "The plan has not worked yet",
                "support", "Training",
                "exitCriteria", "Level 1 training at 90% for two quarters",
                "informed", "Chief nurse of the trust");
    }

    private static String form(String... parts) {
        var words = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            words.append(i == 0 ? "" : "&").append(parts[i]).append('=');
            words.append(URLEncoder.encode(parts[i + 1], StandardCharsets.UTF_8));
        }
        return words.toString();
    }

    private static String text(String html) {
        return Jsoup.parse(html).text();
    }
}
