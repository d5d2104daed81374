package uk.goldenthread.assessments.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class AssessmentLifeTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    Rounds rounds;

    @Autowired
    Answering answering;

    @Autowired
    HandingIn handing;

    @Autowired
    Parts parts;

    @Autowired
    RoundsForTests test;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Organisation practice;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;
    private long round;
    private long id;

    @BeforeEach
    void aSectionElevenRoundIsOpen() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        practice = given.provider(icb, "GP");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL);
        round = test.published(nurse, "S11_WT", "Section 11 2026", APRIL);
        id = test.assessment(nurse, round, trust);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aTrustIsAskedAllFiftyLinesAndAPracticeTwelve() {
        assertThat(test.answers(named, id)).hasSize(50);
        var lead = given.person("PRACTICE_LEAD", icb, practice);
        var light = test.assessment(nurse, round, practice);
        assertThat(test.answers(lead, light)).hasSize(12);
        assertThat(test.header(lead, light).progress().asked()).isEqualTo(12);
    }

    @Test
    void publishingAgainIssuesOnlyToWhoJoinedSince() {
        given.provider(icb, "ACUTE");

        assertThat(rounds.publish(nurse.actor(), round).orElseThrow()).isEqualTo(1);
        assertThat(rounds.publish(nurse.actor(), round).orElseThrow()).isZero();
    }

    @Test
    void everythingWrongWithARoundIsToldAtOnce() {
        var wanted = new Rounds.Wanted(
                "NOTHING",
                "1",
                " ",
                Set.of(),
                Set.of(),
                false,
                test.wanted("S11_WT", "x", APRIL).dates());

        assertThat(rounds.prepare(nurse.actor(), wanted).reasons())
                .extracting(Reason::field)
                .containsExactly("name", "framework", "kinds");
        assertThat(rounds.prepare(nurse.actor(), test.wanted("S11_WT", "Section 11 2026", APRIL))
                        .reasons())
                .extracting(Reason::message)
                .containsExactly("There is a round of this name already.");
        assertThatThrownBy(() -> rounds.prepare(named.actor(), test.wanted("S11_WT", "Ours", APRIL)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void sixtyAnswersInOneSaveMoveTheScoreAndTheCountsWithThem() {
        test.answerAll(named, id, "2");

        var header = test.header(named, id);
        assertThat(header.state()).isInstanceOf(AssessmentState.InProgress.class);
        assertThat(header.progress().answered()).isEqualTo(50);
        assertThat(header.version()).isEqualTo(2);
        assertThat(header.answeredBy()).containsExactly(named.actor().account());
        // 67 in every line of every standard: 67 overall, which is amber (60 to 84.9)
        assertThat(overall("score", BigDecimal.class)).isEqualByComparingTo("67");
        assertThat(overall("rag", String.class)).isEqualTo("AMBER");
        assertThat(test.figures(
                        nurse,
                        Long.class,
                        "select count(*) from ledger.entry where subject = :subject and action = 'ANSWERS_SAVED'",
                        Map.of("subject", "assessment/" + id)))
                .containsExactly(1L);
    }

    @Test
    void whatDoesNotApplyLeavesTheScoreToTheOthers() {
        answering
                .save(
                        named.actor(),
                        id,
                        Base.seen(1),
                        List.of(
                                Typed.value("1.1", "3"),
                                Typed.value("1.2", "0"),
                                Typed.value("1.3", "NA").because("We have no board")))
                .orElseThrow();

        // 100 and nought of one weight each: 50, which is red
        assertThat(overall("score", BigDecimal.class)).isEqualByComparingTo("50");
        assertThat(overall("rag", String.class)).isEqualTo("RED");
        assertThat(overall("applicable", Integer.class)).isEqualTo(49);
    }

    private <T> T overall(String column, Class<T> type) {
        return test.figures(
                        nurse,
                        type,
                        "select " + column
                                + " from pub_assessment_score where assessment = :id and view = 'CLAIMED' and standard = '*'",
                        Map.of("id", id))
                .getFirst();
    }

    @Test
    void anAnswerOffTheScaleIsRefusedAtItsFieldAndNothingIsSaved() {
        var outcome = answering.save(
                named.actor(),
                id,
                Base.seen(1),
                List.of(Typed.value("1.1", "3"), Typed.value("1.2", "4"), Typed.value("77.7", "1")));

        assertThat(outcome.reasons()).extracting(Reason::field).containsExactly("1.2.value", "77.7.value");
        assertThat(test.answers(named, id).get("1.1").value()).isEmpty();
    }

    @Test
    void twoPeopleOnTheSameAnswerSeeBothVersionsAndOnDifferentOnesDoNotMeet() {
        var second = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        answering
                .save(named.actor(), id, Base.seen(1), List.of(Typed.value("1.1", "3")))
                .orElseThrow();
        answering
                .save(second.actor(), id, Base.seen(1), List.of(Typed.value("1.2", "1")))
                .orElseThrow();

        assertThatThrownBy(() -> answering.save(second.actor(), id, Base.seen(1), List.of(Typed.value("1.1", "2"))))
                .isInstanceOfSatisfying(AnswerConflict.class, conflict -> {
                    assertThat(conflict.version()).isEqualTo(3);
                    assertThat(conflict.fields()).containsExactly(new AnswerConflict.Field("1.1", "value", "2", "3"));
                });
        assertThatThrownBy(() -> answering.save(named.actor(), id, Base.ifMatch(2), List.of(Typed.value("1.3", "2"))))
                .isInstanceOf(AnswerConflict.class);
    }

    @Test
    void itIsHandedInOnlyWhenCompleteAndSignedBySomebodyElse() {
        assertThat(handing.handOver(named.actor(), id, executive.actor().account())
                        .reasons())
                .hasSize(50);
        test.answerAll(named, id, "3");
        assertThat(handing.handOver(named.actor(), id, named.actor().account()).reasons())
                .extracting(Reason::field)
                .containsOnly("approver");

        handing.handOver(named.actor(), id, executive.actor().account()).orElseThrow();
        assertThat(answering
                        .save(named.actor(), id, Base.seen(3), List.of(Typed.value("1.1", "0")))
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("Take it back first"));
        handing.sign(executive.actor(), id).orElseThrow();

        var header = test.header(named, id);
        assertThat(header.state()).isInstanceOf(AssessmentState.Submitted.class);
        assertThat(header.submittedBy()).isEqualTo(executive.actor().account());
        assertThat(answering
                        .save(named.actor(), id, Base.seen(4), List.of(Typed.value("1.1", "0")))
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("only when the ICB gives it back"));
    }

    @Test
    void inAPracticeAnotherPersonSigns() {
        var lead = given.person("PRACTICE_LEAD", icb, practice);
        var partner = given.person("PRACTICE_LEAD", icb, practice);
        var light = test.assessment(nurse, round, practice);
        test.answerAll(lead, light, "3");

        assertThat(handing.handOver(lead.actor(), light, lead.actor().account()).isAccepted())
                .isFalse();
        handing.handOver(lead.actor(), light, partner.actor().account()).orElseThrow();
        assertThat(handing.sign(lead.actor(), light).isAccepted()).isFalse();
        assertThat(handing.sign(partner.actor(), light).isAccepted()).isTrue();
    }

    @Test
    void theExecutiveSendsItBackWithAReason() {
        test.answerAll(named, id, "3");
        handing.handOver(named.actor(), id, executive.actor().account()).orElseThrow();

        assertThat(handing.sendBack(executive.actor(), id, "no").isAccepted()).isFalse();
        handing.sendBack(executive.actor(), id, "Standard 4 is not what we do").orElseThrow();
        assertThat(test.header(named, id).state()).isInstanceOf(AssessmentState.InProgress.class);
    }

    @Test
    void aRespondentSeesAndAnswersTheirOwnPartAndTheLeadJoinsIt() {
        var colleague = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var part = parts.give(named.actor(), id, colleague.actor().account(), Set.of("S7"), LocalDate.of(2026, 4, 20))
                .orElseThrow();

        answering
                .save(colleague.actor(), id, Base.seen(2), List.of(Typed.value("7.1", "3")))
                .orElseThrow();
        assertThat(answering
                        .save(colleague.actor(), id, Base.seen(3), List.of(Typed.value("1.1", "3")))
                        .isAccepted())
                .isFalse();
        assertThat(parts.give(named.actor(), id, colleague.actor().account(), Set.of("S7"), APRIL)
                        .isAccepted())
                .isFalse();
        assertThat(parts.join(colleague.actor(), id, part).isAccepted()).isFalse();
        parts.done(colleague.actor(), id, part).orElseThrow();
        test.answerAll(named, id, "3");
        assertThat(handing.handOver(named.actor(), id, executive.actor().account())
                        .reasons())
                .extracting(Reason::message)
                .containsExactly("Join the part with S7 first.");
        parts.join(named.actor(), id, part).orElseThrow();
        assertThat(answering
                        .save(colleague.actor(), id, Base.seen(9), List.of(Typed.value("1.1", "2")))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void beforeTheRoundOpensNothingIsAnswered() {
        var later = test.published(nurse, "ADULT_SAAF", "Adults 2026", LocalDate.of(2026, 10, 1));
        var soon = test.assessment(nurse, later, trust);

        assertThat(answering
                        .save(named.actor(), soon, Base.seen(1), List.of(Typed.value("A1.1", "G")))
                        .reasons())
                .extracting(Reason::message)
                .containsExactly("This round opens on 1 October 2026.");
    }

    @Test
    void anotherProviderFindsNothingThere() {
        var other = given.provider(icb, "ACUTE");
        var stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, other);

        assertThatThrownBy(() -> answering.save(stranger.actor(), id, Base.seen(1), List.of(Typed.value("1.1", "3"))))
                .isInstanceOf(HiddenException.class);
        assertThatThrownBy(() -> answering.save(nurse.actor(), id, Base.seen(1), List.of(Typed.value("1.1", "3"))))
                .isInstanceOf(RefusedException.class);
    }
}
