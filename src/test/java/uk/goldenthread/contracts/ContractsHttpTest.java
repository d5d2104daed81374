package uk.goldenthread.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.contracts.model.Check;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.GivenEvidence;
import uk.goldenthread.notify.DailyWork;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// Contracts as the people who keep, sign, waive and answer them meet them.
@NullMarked
@GoldenThreadTest
class ContractsHttpTest {
    @Autowired
    Given given;

    @Autowired
    ContractSampler contracts;

    @Autowired
    GivenEvidence evidence;

    @Autowired
    DailyWork daily;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @Autowired
    SettableClock clock;

    Given.Organisation icb;
    Given.Organisation trust;
    Person manager;
    Person nurse;
    Person executive;
    Person named;
    Person stranger;
    Person colleague;

    /// Monday 30 March 2026, before Easter: the tenth operational day after it is Wednesday 15 April.
    @BeforeEach
    void beforeEaster() {
        icb = given.icb();
        trust = given.provider(icb, "COMMUNITY");
        manager = given.person("CONTRACT_MANAGER", icb);
        nurse = given.person("DESIGNATED_NURSE", icb);
        executive = given.person("ICB_EXECUTIVE_LEAD", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        colleague = given.person("CONTRACT_MANAGER", icb);
        stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        clock.standAt(LocalDate.of(2026, 3, 30)); // after the people: their tokens are of today
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    private static String text(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).text();
    }

    private String page(Person person, long id) {
        return text(given.get(person, "/contracts/" + id));
    }

    private HttpResponse<String> post(Person person, long id, String act, String form) {
        var page = Jsoup.parse(given.get(person, "/contracts/" + id).body());
        var version = page.select("input[name=version]").attr("value");
        return given.post(
                person, "/contracts/" + id + "/" + act, form + "&version=" + (version.isEmpty() ? "1" : version));
    }

    private HttpResponse<String> move(long id, String form) {
        return post(manager, id, "move", form);
    }

    private static String words(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String checks(List<Check> failed) {
        var form = new StringBuilder();
        for (var check : Check.values()) {
            boolean fails = failed.contains(check);
            form.append("&check-").append(check).append('=').append(fails ? "fail" : "pass");
            if (fails) {
                form.append(words("note-" + check, "Below its target since May"));
            }
        }
        return form.substring(1);
    }

    @Test
    void theThreadLeadsFromTheDutyThroughTheContractToTheEvidenceThatWasAskedFor() {
        long id = contracts.live(manager, trust);
        given.post(manager, "/contracts/" + id + "/requests", "clause=SC32&asked=The+training+record+of+May");
        var link = Jsoup.parse(given.get(named, "/contracts/" + id).body())
                .select("a:contains(Follow the golden thread)")
                .attr("href");

        assertThat(text(given.get(named, link)))
                .contains("R-41: Safeguarding schedule in every contract")
                .contains("The training record of May");
        assertThat(given.get(stranger, link).statusCode()).isEqualTo(404);
        assertThat(text(given.get(manager, "/thread?of=requirement/NHSE_SAAF:2024:R-41")))
                .contains("Community services");
    }

    @Test
    void aContractGoesFromPlanningToLiveThroughSignOffGatewayAndWaiver() {
        long id = contracts.planned(manager, trust);
        assertThat(given.get(named, "/contracts/" + id).statusCode())
                .as("others may be bidding")
                .isEqualTo(404);
        assertThat(move(id, "to=SPECIFICATION").statusCode()).isEqualTo(302);

        assertThat(text(move(id, "to=PROCUREMENT"))).contains("designated professional has to sign off");
        assertThat(post(manager, id, "sign-off", "x=1").statusCode()).isEqualTo(403);
        assertThat(text(given.get(nurse, "/"))).contains("Specifications to sign off");
        assertThat(given.post(nurse, "/contracts/" + id + "/sign-off", "version=2")
                        .statusCode())
                .isEqualTo(302);
        assertThat(move(id, "to=PROCUREMENT").statusCode()).isEqualTo(302);
        assertThat(text(move(id, "to=DUE_DILIGENCE"))).contains("Choose the route");
        assertThat(move(id, "to=DUE_DILIGENCE&route=MOST_SUITABLE").statusCode())
                .isEqualTo(302);

        assertThat(text(move(id, "to=SIGNED"))).contains("Record the check: Training");
        assertThat(text(post(manager, id, "checks", "check-TRAINING=fail")))
                .contains("Say what is wrong with “Training”");
        assertThat(post(manager, id, "checks", checks(List.of(Check.TRAINING))).statusCode())
                .isEqualTo(302);
        assertThat(text(move(id, "to=SIGNED"))).contains("Training failed.");
        assertThat(text(given.get(executive, "/"))).contains("Failed checks to decide on");
        var why = words("reason", "Training days are booked until August");
        assertThat(post(nurse, id, "waive", "until[day]=1&until[month]=6&until[year]=2026" + why)
                        .statusCode())
                .isEqualTo(403);
        assertThat(text(post(executive, id, "waive", "until[day]=29&until[month]=6&until[year]=2026" + why)))
                .as("91 days after 30 March")
                .contains("at most 90 days from now");
        assertThat(post(executive, id, "waive", "until[day]=28&until[month]=6&until[year]=2026" + why)
                        .statusCode())
                .isEqualTo(302);
        assertThat(move(id, "to=SIGNED").statusCode()).isEqualTo(302);
        assertThat(page(manager, id)).contains("Open under a waiver, although training failed.");

        assertThat(move(id, "to=MOBILISATION").statusCode()).isEqualTo(302);
        assertThat(text(move(id, "to=LIVE"))).contains("Add a safeguarding report that it asks for");
        assertThat(post(manager, id, "reports", "clause=SCHEDULE_6A&frequency=QUARTERLY&what=Quarterly+return")
                        .statusCode())
                .isEqualTo(302);
        assertThat(move(id, "to=LIVE").statusCode()).isEqualTo(302);
        assertThat(page(named, id))
                .contains("Live since 30 March 2026.")
                .contains("Quarterly return")
                .doesNotContain("gateway")
                .doesNotContain("Training days are booked");
    }

    @Test
    void anotherPersonsChangeMeanwhileIsAConflict() {
        long id = contracts.planned(manager, trust);

        assertThat(given.post(manager, "/contracts/" + id + "/move", "to=SPECIFICATION&version=1")
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.post(manager, "/contracts/" + id + "/move", "to=SPECIFICATION&version=1")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void evidenceIsAskedForAnsweredGivenBackAndAcceptedWithinTenOperationalDays() {
        long id = contracts.live(manager, trust);
        assertThat(post(manager, id, "requests", "clause=SC32" + words("asked", "The training record"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(told(named)).contains("under contract").contains("by 15 April 2026.");
        assertThat(text(given.get(named, "/"))).contains("Evidence to give").contains("The training record");
        var at = "/contracts/requests/" + request(id);

        assertThat(text(given.get(named, at))).contains("To be answered by 15 April 2026.");
        assertThat(text(given.post(named, at + "/answer", "version=1&answer="))).contains("Give at least one item");
        var form = GivenEvidence.form("Training record, May");
        var offer = Jsoup.parse(given.get(named, at).body())
                .select("a[href^=/evidence/new]")
                .attr("href");
        form.put("for", offer.replaceAll(".*for=([^&]+)&.*", "$1"));
        form.put("back", at);
        assertThat(evidence.give(named, form, "may.txt", "All trained.".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.post(named, at + "/answer", "version=1&answer=").statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(manager, at)))
                .contains("Training record, May")
                .contains(", in time.");
        assertThat(text(given.get(manager, "/"))).contains("Answers to look at");
        assertThat(given.post(manager, at + "/give-back", "version=2&why=June+is+missing")
                        .statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(named, at))).contains("The ICB needs more: June is missing");
        given.post(named, at + "/answer", "version=3" + words("answer", "June was not a training month"));
        assertThat(given.post(manager, at + "/accept", "version=4").statusCode())
                .isEqualTo(302);
        assertThat(text(given.get(named, at))).contains("Accepted on 30 March 2026.");
        assertThat(given.get(named, "/evidence/new?for=evidence-request/" + request(id))
                        .statusCode())
                .isEqualTo(200);
        assertThat(text(evidence.give(named, form, "more.txt", "More.".getBytes(StandardCharsets.UTF_8))))
                .contains("takes no more evidence now");
    }

    private long request(long contract) {
        var href = Jsoup.parse(given.get(manager, "/contracts/" + contract).body())
                .select("a[href^=/contracts/requests/]")
                .attr("href");
        return Long.parseLong(href.substring("/contracts/requests/".length()));
    }

    private String told(Person person) {
        return work.read(person.actor().scope(), () -> notifications.toldTo(person.actor())).stream()
                .map(Notifications.Told::sentence)
                .reduce("", (all, next) -> all + next + "\n");
    }

    @Test
    void whoAnsweredForAProviderDoesNotAcceptTheAnswer() {
        long id = contracts.live(manager, trust);
        post(manager, id, "requests", "clause=SC32" + words("asked", "The training record"));
        var at = "/contracts/requests/" + request(id);
        given.post(manager, at + "/answer", "version=1" + words("answer", "It came by post and is filed"));

        assertThat(text(given.post(manager, at + "/accept", "version=2"))).contains("You answered this yourself");
        assertThat(given.post(colleague, at + "/accept", "version=2").statusCode())
                .isEqualTo(302);
    }

    @Test
    void aRequestThatIsNotAnsweredIsToldOnTheDayAfterItWasDue() {
        long id = contracts.live(manager, trust);
        post(manager, id, "requests", "clause=SC32" + words("asked", "The training record"));

        daily.runFor(icb.id(), LocalDate.of(2026, 4, 15));
        assertThat(told(manager)).doesNotContain("due yesterday");
        daily.runFor(icb.id(), LocalDate.of(2026, 4, 16));
        assertThat(told(manager)).contains("was due yesterday and is not answered.");
        assertThat(told(named)).contains("is past its date and not answered.");
    }

    @Test
    void renewalIsAskedForNineSixAndThreeMonthsBeforeTheEnd() {
        long id = contracts.live(manager, trust);
        daily.runFor(icb.id(), LocalDate.of(2026, 6, 29));
        assertThat(told(manager)).doesNotContain("Review its renewal");

        for (var day : List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 31))) {
            daily.runFor(icb.id(), day);
        }
        assertThat(told(manager))
                .contains("in 9 months.")
                .contains("in 6 months.")
                .contains("in 3 months.");
        clock.standAt(LocalDate.of(2026, 6, 30));
        assertThat(text(given.get(manager, "/"))).contains("Contracts to review for renewal");
        move(id, "to=RENEWAL_REVIEW");
        assertThat(text(move(id, "to=RENEWED")))
                .contains("Enter the new last day")
                .contains("Enter the reference");
        move(id, "to=RENEWED&newReference=NEXT-" + id + "&endOn[day]=31&endOn[month]=3&endOn[year]=2029");
        assertThat(page(manager, id)).contains("Renewed since 30 June 2026.");
        assertThat(text(given.get(manager, "/contracts?show=making")))
                .contains("NEXT-" + id)
                .contains("31 March 2029");
    }

    @Test
    void aNoticeStartsTheClocksAndABreachedPlanGivesAFigureAndNoInstruction() {
        long id = contracts.live(manager, trust);
        assertThat(text(move(id, "to=PERFORMANCE_NOTICE"))).contains("Say what the notice is about");
        move(id, "to=PERFORMANCE_NOTICE" + words("words", "Training below 60% since January"));
        assertThat(page(named, id))
                .contains("The contract management meeting is due by 15 April 2026 (10 working days left).");
        assertThat(told(named)).contains("The ICB has given notice");
        clock.standAt(LocalDate.of(2026, 4, 14));
        assertThat(text(move(id, "to=RAP&day[day]=15&day[month]=4&day[year]=2026")))
                .contains("not after today");
        move(id, "to=RAP&day[day]=13&day[month]=4&day[year]=2026");
        assertThat(page(manager, id)).contains("The remedial action plan is due by 27 April 2026");
        post(manager, id, "plan", "words=");
        assertThat(page(manager, id)).contains("plan is agreed and being carried out");
        move(id, "to=RAP_BREACHED");
        assertThat(page(manager, id))
                .contains(
                        "At most £10,000.00 for each month of failure (10% of the monthly value); 1 month begun since 14 April"
                                + " 2026, so at most £10,000.00 in all.")
                .contains("Golden Thread instructs no withholding.");
        for (var address : List.of("/contracts/" + id, "/contracts", "/contracts.csv", "/thread?of=contract/" + id)) {
            var seen = given.get(named, address);
            assertThat(seen.statusCode()).as(address).isEqualTo(200);
            assertThat(text(seen)).as(address).doesNotContain("10,000", "At most £", "to decide with");
        }

        move(id, "to=WITHHOLDING");
        assertThat(page(named, id)).contains("Withholding since 14 April 2026", "so at most £10,000.00 in all.");
    }

    @Test
    void aContractInForceIsNotEnteredWithoutAReportOrAnExemption() {
        var form = "reference=R1&title=Care+home&form=SHORTER&lead=The+ICB&provider=" + trust.code()
                + "&startOn[day]=1&startOn[month]=4&startOn[year]=2026&endOn[day]=31&endOn[month]=3&endOn[year]=2028&live=yes";

        assertThat(text(given.post(manager, "/contracts/new", form))).contains("or why it asks for none");
        assertThat(text(given.post(manager, "/contracts/new", "live=yes")))
                .contains("Choose the provider")
                .contains("Enter the contract’s reference")
                .contains("Enter the first day as a real date");
        assertThat(given.post(manager, "/contracts/new", form + words("exemption", "It has no contact with patients"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(text(given.post(
                        manager, "/contracts/new", form + words("exemption", "It has no contact with patients"))))
                .contains("The ICB has a contract with this reference already");
        assertThat(given.get(manager, "/contracts.csv").body())
                .contains("R1,Care home")
                .contains("Exempt");
        assertThat(text(given.get(stranger, "/contracts"))).contains("0 contracts in all");
        assertThat(text(given.get(named, "/contracts"))).contains("1 contract in all");
    }
}
