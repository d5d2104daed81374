package uk.goldenthread.assessments.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.framework.OwnFrameworks;
import uk.goldenthread.assessments.framework.SheetsForTests;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.moderation.Judging;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// One return for two ICBs, and two judgements that never meet.
@GoldenThreadTest
class SharingTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    Sharing sharing;

    @Autowired
    SharingDaily daily;

    @Autowired
    Answering answering;

    @Autowired
    HandingIn handing;

    @Autowired
    Moderating moderating;

    @Autowired
    Judging judging;

    @Autowired
    OwnFrameworks own;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation lead;
    private Given.Organisation other;
    private Given.Organisation trust;
    private Given.Person leadNurse;
    private Given.Person otherNurse;
    private Given.Person named;
    private Given.Person executive;
    private Given.Person namedAtOther;
    private long first;

    /// A trust that two ICBs assure has handed its Section 11 in to the first.
    @BeforeEach
    void aTrustOfTwoIcbs() {
        lead = given.icb();
        other = given.icb();
        trust = given.provider(lead, "ACUTE");
        given.assure(other, trust);
        leadNurse = given.person("DESIGNATED_NURSE", lead);
        otherNurse = given.person("DESIGNATED_NURSE", other);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", lead, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", lead, trust);
        namedAtOther = given.person("PROVIDER_NAMED_PROFESSIONAL", other, trust);
        clock.standAt(APRIL);
        first = asked(leadNurse);
        test.handIn(named, executive, first, "3");
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private long asked(Given.Person nurse) {
        return asked(nurse, "Section 11");
    }

    private long asked(Given.Person nurse, String name) {
        return test.asked(nurse, trust, RoundsForTests.Asked.SECTION_11, name, APRIL);
    }

    private long asked(Given.Person nurse, String framework, String edition, String name) {
        return test.asked(nurse, trust, new RoundsForTests.Asked(framework, edition), name, APRIL);
    }

    private boolean share() {
        return sharing.share(executive.actor(), first, other.id()).orElseThrow();
    }

    private void judge(Given.Person nurse, long id, String value) {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        var judged = new ArrayList<Typed>();
        test.answers(nurse, id)
                .keySet()
                .forEach(code -> judged.add(Typed.value(code, value)
                        .saying("Seen by " + nurse.actor().icb())));
        moderating.save(nurse.actor(), id, 1, judged, true).orElseThrow();
    }

    private List<String> judgementsSeenBy(Given.Person person) {
        return work.read(
                person.actor().scope(),
                () -> jdbc.sql("select distinct icb || ' ' || value from moderation order by 1")
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    @Test
    void theOtherIcbHasTheAnswersAsTheyWereHandedInWithWhereTheyCameFrom() {
        var second = asked(otherNurse);

        assertThat(share()).isTrue();

        var header = test.header(otherNurse, second);
        assertThat(header.state()).isInstanceOf(AssessmentState.Submitted.class);
        assertThat(header.submittedBy()).isEqualTo(executive.actor().account());
        assertThat(header.progress().answered()).isEqualTo(50);
        var answer = test.answers(otherNurse, second).get("1.1");
        assertThat(answer.value()).isEqualTo("3");
        assertThat(answer.words()).isEqualTo("As the policy says");
        assertThat(answer.origin().kind()).isEqualTo(Answer.Origin.Kind.SHARED);
        assertThat(answer.origin().words()).isEqualTo(lead.name() + ", handed in 1 April 2026");
        assertThat(answer.origin().answer())
                .as("nothing leads into the other ICB's records")
                .isNull();
        assertThat(test.figures(
                        otherNurse,
                        String.class,
                        "select view || ' ' || round(score) from pub_assessment_score where assessment = :id and standard = '*' order by 1",
                        Map.of("id", second)))
                .as("nothing has evidence, so each full claim counts one step lower")
                .containsExactly("CLAIMED 100", "EVIDENCED 67");
        var page = Jsoup.parse(given.get(otherNurse, "/assessments/" + second + "/standards/S1")
                .body());
        assertThat(page.getElementById("1.1").text())
                .contains("Shared from " + lead.name() + ", handed in 1 April 2026");
        assertThat(answering
                        .save(
                                namedAtOther.actor(),
                                second,
                                Base.seen(header.version()),
                                List.of(Typed.value("1.1", "0")))
                        .isAccepted())
                .as("it was handed in")
                .isFalse();
    }

    @Test
    void eachIcbJudgesForItselfAndNoJudgementCrosses() {
        var second = asked(otherNurse);
        share();
        judge(leadNurse, first, "1");
        judge(otherNurse, second, "2");
        moderating.finish(leadNurse.actor(), first, false).orElseThrow();

        assertThat(judgementsSeenBy(leadNurse)).containsExactly(lead.id() + " 1");
        assertThat(judgementsSeenBy(otherNurse)).containsExactly(other.id() + " 2");
        assertThat(judgementsSeenBy(named)).containsExactly(lead.id() + " 1");
        assertThat(judgementsSeenBy(namedAtOther))
                .as("the second is not finished")
                .isEmpty();
        moderating.finish(otherNurse.actor(), second, false).orElseThrow();
        assertThat(judgementsSeenBy(namedAtOther)).containsExactly(other.id() + " 2");
        assertThat(judgementsSeenBy(named)).containsExactly(lead.id() + " 1");
        for (var page : List.of("", "/moderate", "/standards/S1", "/check")) {
            assertThat(given.get(otherNurse, "/assessments/" + first + page).statusCode())
                    .isEqualTo(404);
            assertThat(given.get(leadNurse, "/assessments/" + second + page).statusCode())
                    .isEqualTo(404);
        }
        assertThat(given.get(otherNurse, "/assessments/" + second + "/moderate/S1")
                        .body())
                .contains("Seen by " + other.id())
                .doesNotContain("Seen by " + lead.id());
    }

    @Test
    void whatIsHandedInAnewFollowsAndHasToBeJudgedAgain() {
        var second = asked(otherNurse);
        share();
        judge(otherNurse, second, "3");
        moderating.takeUp(leadNurse.actor(), first).orElseThrow();
        moderating.giveBack(leadNurse.actor(), first, "Look at 1.2 again").orElseThrow();
        answering
                .save(
                        named.actor(),
                        first,
                        Base.seen(test.header(named, first).version()),
                        List.of(Typed.value("1.2", "1").because("No deputy since May")))
                .orElseThrow();
        sharing.follow(lead.id(), first);
        assertThat(test.answers(otherNurse, second).get("1.2").value())
                .as("what is being put right is not handed in")
                .isEqualTo("3");

        clock.standAt(APRIL.plusDays(7));
        handing.handOver(named.actor(), first, executive.actor().account()).orElseThrow();
        assertThat(given.post(executive, "/assessments/" + first + "/sign", "").statusCode())
                .isEqualTo(302);

        var answer = test.answers(otherNurse, second).get("1.2");
        assertThat(answer.value()).isEqualTo("1");
        assertThat(answer.origin().words()).isEqualTo(lead.name() + ", handed in 8 April 2026");
        assertThat(test.header(otherNurse, second).state()).isInstanceOf(AssessmentState.UnderReview.class);
        assertThat(moderating.finish(otherNurse.actor(), second, false).reasons())
                .extracting(Reason::field)
                .containsExactly("1.2.value");
    }

    @Test
    void afterItsJudgementIsFinishedNothingFollows() {
        var second = asked(otherNurse);
        share();
        judge(otherNurse, second, "3");
        moderating.finish(otherNurse.actor(), second, false).orElseThrow();
        moderating.takeUp(leadNurse.actor(), first).orElseThrow();
        moderating.giveBack(leadNurse.actor(), first, "Look at 1.2 again").orElseThrow();
        clock.standAt(APRIL.plusDays(7));
        test.handIn(named, executive, first, "1");

        sharing.follow(lead.id(), first);

        assertThat(test.answers(otherNurse, second).get("1.2").value()).isEqualTo("3");
    }

    @Test
    void whoAsksLaterHasItByTheNextMorningAndWhatWasWrittenThereStays() {
        assertThat(share()).as("the other ICB asks nothing yet").isFalse();
        var second = asked(otherNurse);
        daily.run(other.id(), APRIL);
        assertThat(test.header(otherNurse, second).state()).isInstanceOf(AssessmentState.Submitted.class);

        var third = asked(otherNurse, "Again");
        answering
                .save(
                        namedAtOther.actor(),
                        third,
                        Base.seen(1),
                        List.of(Typed.value("1.1", "0").because("Vacant")))
                .orElseThrow();
        daily.run(other.id(), APRIL);
        assertThat(test.header(otherNurse, third).state()).isInstanceOf(AssessmentState.InProgress.class);
        assertThat(test.answers(otherNurse, third).get("1.1").value()).isEqualTo("0");
    }

    @Test
    void onlyTheSignatoryAgreesAndOnlyWithAnIcbThatAssuresTheOrganisation() {
        clock.letGo();
        var stranger = given.icb();
        clock.standAt(APRIL);
        var page = Jsoup.parse(
                given.get(executive, "/assessments/" + first + "/elsewhere").body());
        assertThat(page.select(".nhsuk-radios__label").eachText()).containsExactly(other.name());
        assertThat(given.get(executive, "/assessments/" + first).body()).contains("Share it with another ICB");

        assertThat(given.post(executive, "/assessments/" + first + "/elsewhere", "with=" + stranger.id())
                        .statusCode())
                .isEqualTo(422);
        assertThat(given.post(named, "/assessments/" + first + "/elsewhere", "with=" + other.id())
                        .statusCode())
                .isEqualTo(403);
        assertThat(given.post(executive, "/assessments/" + first + "/elsewhere", "with=" + other.id())
                        .statusCode())
                .isEqualTo(302);
        assertThat(Jsoup.parse(given.get(executive, "/assessments/" + first + "/elsewhere")
                                .body())
                        .select("main")
                        .text())
                .contains("Shared with 1 other ICB.", other.name(), "Agreed by");

        for (var nurse : List.of(leadNurse, otherNurse)) {
            assertThatThrownBy(() -> work.write(
                            nurse.actor().scope(),
                            () -> jdbc.sql(
                                            "insert into shared_return (icb, organisation, assessment, with_icb, agreed_by,"
                                                    + " agreed_by_name, agreed_at) select icb, organisation, assessment, :with, agreed_by,"
                                                    + " agreed_by_name, agreed_at from shared_return")
                                    .param("with", stranger.id())
                                    .update()))
                    .hasRootCauseMessage(
                            "ERROR: new row violates row-level security policy for table \"shared_return\"");
        }
    }

    @Test
    void aFrameworkOfAnIcbsOwnIsSharedOnlyWithWhoAsksTheVerySameQuestions() {
        var same = "OWN_SAME_" + lead.id();
        var unlike = "OWN_OTHER_" + lead.id();
        publish(leadNurse, SheetsForTests.sound(same, "1", "2026-04-01"));
        publish(otherNurse, SheetsForTests.sound(same, "1", "2026-04-01"));
        publish(leadNurse, SheetsForTests.sound(unlike, "1", "2026-04-01"));
        publish(
                otherNurse,
                SheetsForTests.sound(unlike, "1", "2026-04-01").line("B", "B2", "Records are checked", "", "", ""));

        assertThat(sharedFrom(same)).isTrue();
        assertThat(sharedFrom(unlike))
                .as("something else is asked under that name")
                .isFalse();
    }

    private void publish(Given.Person nurse, SheetsForTests sheets) {
        var content = own.read(nurse.actor(), "own.xlsx", sheets.xlsx()).content();
        own.publish(nurse.actor(), "own.xlsx", content).orElseThrow();
    }

    /// Whether the other ICB has at once what was handed in of a framework that both publish.
    private boolean sharedFrom(String framework) {
        var id = asked(leadNurse, framework, "1", framework);
        asked(otherNurse, framework, "1", framework);
        test.handIn(named, executive, id, "P");
        return sharing.share(executive.actor(), id, other.id()).orElseThrow();
    }
}
