package uk.goldenthread.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.notify.DailyWork;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadSource;

/// What evidence does with time: reminders, Home, confirmation; and how it stands on the thread.
@NullMarked
@GoldenThreadTest
class EvidenceDailyTest {
    @Autowired
    Given given;

    @Autowired
    GivenEvidence evidence;

    @Autowired
    ClaimsForTests things;

    @Autowired
    DailyWork daily;

    @Autowired
    Notifications notifications;

    @Autowired
    List<ThreadSource> threads;

    @Autowired
    UnitOfWork work;

    @Autowired
    SettableClock clock;

    Given.Organisation icb;
    Given.Organisation trust;
    Person named;

    /// Given on 2 March 2026, so good until 2 March 2027: 60 days before is 1 January, 30 days before 31
    /// January.
    @BeforeEach
    void aTrustOnTheSecondOfMarch() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(LocalDate.of(2026, 3, 2));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    private List<String> told() {
        return work.read(named.actor().scope(), () -> notifications.toldTo(named.actor())).stream()
                .map(Notifications.Told::sentence)
                .filter(sentence -> sentence.startsWith("Evidence"))
                .toList();
    }

    @Test
    void theOwnerIsTold60And30DaysBeforeAndOnTheLastDayOnceEach() {
        long id = evidence.item(named, GivenEvidence.form("Audit that names Amy Smith"), "An audit.");

        for (var day : List.of(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2))) {
            daily.runFor(icb.id(), day);
        }
        assertThat(told())
                .containsExactly(
                        "Evidence number %d (audit) goes out of date on 2 March 2027. Confirm that it still holds, or"
                                        .formatted(id)
                                + " give a newer file.");
        daily.runFor(icb.id(), LocalDate.of(2027, 1, 31));
        assertThat(told()).hasSize(2);
        daily.runFor(icb.id(), LocalDate.of(2027, 3, 5));
        assertThat(told()).hasSize(3);
        assertThat(told().getFirst()).contains("goes out of date today");
    }

    @Test
    void homeAsksToRenewWhatIsEndingAndTheOwnerConfirmsIt() {
        long id = evidence.item(named, GivenEvidence.form("Supervision log"), "A log.");
        assertThat(home()).doesNotContain("Evidence to renew");

        clock.standAt(LocalDate.of(2027, 1, 2));
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        assertThat(home()).contains("Evidence to renew").contains("Supervision log");
        assertThat(library("show=soon")).contains("1 item of evidence in date, out of date within 60 days");
        given.post(named, "/evidence/" + id + "/confirm", "version=1");

        assertThat(Jsoup.parse(given.get(named, "/evidence/" + id).body()).text())
                .contains("In date until 2 January 2028, its owner confirmed that it still holds.")
                .contains("Received 2 March 2026 at 12:00pm");
        assertThat(home()).doesNotContain("Evidence to renew");
        clock.standAt(LocalDate.of(2028, 1, 3));
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        assertThat(library("show=past")).contains("1 item of evidence past its date");
        assertThat(home()).as("nothing rests on it").doesNotContain("Supervision log");
    }

    private String home() {
        return Jsoup.parse(given.get(named, "/").body())
                .select("section:contains(To do)")
                .text();
    }

    private String library(String query) {
        return Jsoup.parse(given.get(named, "/evidence?" + query).body()).text();
    }

    @Test
    void aPolicyIsGoodUntilItsReviewDateAndConfirmedWithANewOne() {
        var form = GivenEvidence.form("Safeguarding policy");
        form.put("document", "POLICY");
        form.put("reviewOn[day]", "30");
        form.put("reviewOn[month]", "9");
        form.put("reviewOn[year]", "2028");
        long id = evidence.item(named, form, "The policy.");

        assertThat(Jsoup.parse(given.get(named, "/evidence/" + id).body()).text())
                .contains("In date until 30 September 2028, its review date.");
        assertThat(given.post(named, "/evidence/" + id + "/confirm", "version=1")
                        .statusCode())
                .isEqualTo(422);
        given.post(
                named,
                "/evidence/" + id + "/confirm",
                "version=1&reviewOn[day]=1&reviewOn[month]=10&reviewOn[year]=2029");
        assertThat(Jsoup.parse(given.get(named, "/evidence/" + id).body()).text())
                .contains("until 1 October 2029");
    }

    @Test
    void anItemHangsOnWhatItSupports() {
        var thing = things.thing(icb, trust);
        var form = GivenEvidence.form("Audit of referrals");
        form.put("for", thing.toString());
        form.put("back", "/evidence");
        evidence.give(named, form, "a.txt", "An audit.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        long id = number();
        var item = Reference.of("evidence", id);
        var actor = named.actor();

        work.read(actor.scope(), () -> {
            assertThat(threads.stream().flatMap(source -> source.links(actor, List.of(thing)).stream()))
                    .contains(new ThreadLink(thing, item));
            assertThat(threads.stream().flatMap(source -> source.links(actor, List.of(item)).stream()))
                    .contains(new ThreadLink(thing, item));
            assertThat(threads.stream().flatMap(source -> source.nodes(actor, List.of(item)).stream()))
                    .singleElement()
                    .satisfies(node -> assertThat(node.sentence())
                            .isEqualTo("Audit of referrals: audit, which shows practice, in date until 2 March 2027"));
            return true;
        });
        var stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"))
                .actor();
        work.read(stranger.scope(), () -> {
            assertThat(threads.stream().flatMap(source -> source.nodes(stranger, List.of(item)).stream()))
                    .isEmpty();
            assertThat(threads.stream().flatMap(source -> source.links(stranger, List.of(thing, item)).stream()))
                    .isEmpty();
            return true;
        });
    }

    private long number() {
        var href = Jsoup.parse(given.get(named, "/evidence").body())
                .select("tbody a[href^=/evidence/]")
                .attr("href");
        return Long.parseLong(href.substring("/evidence/".length()));
    }
}
