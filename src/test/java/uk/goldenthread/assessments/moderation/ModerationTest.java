package uk.goldenthread.assessments.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.HandingIn;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class ModerationTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    Moderating moderating;

    @Autowired
    Challenges challenges;

    @Autowired
    RoundKeeping keeping;

    @Autowired
    Judging judging;

    @Autowired
    Answering answering;

    @Autowired
    HandingIn handing;

    @Autowired
    ActionRegister register;

    @Autowired
    UnitOfWork work;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;
    private long round;
    private long id;

    @BeforeEach
    void aTrustClaimsToMeetEverything() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL);
        round = test.published(nurse, "S11_WT", "Section 11 2026", APRIL);
        id = test.assessment(nurse, round, trust);
        test.handIn(named, executive, id, "3");
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private int version(Given.Person person) {
        return work.read(
                person.actor().scope(), () -> judging.read(person.actor(), id).version());
    }

    private int mark() {
        return work.read(
                nurse.actor().scope(),
                () -> java.util.Objects.requireNonNull(
                                judging.read(nurse.actor(), id).review())
                        .eventMark());
    }

    private Map<String, Moderation> seenBy(Given.Person person) {
        return work.read(
                person.actor().scope(), () -> judging.read(person.actor(), id).moderations());
    }

    private void judgeAll(String value, String words) {
        var typed = new ArrayList<Typed>();
        for (var code : test.answers(named, id).keySet()) {
            typed.add(Typed.value(code, value).saying(words));
        }
        moderating.save(nurse.actor(), id, version(nurse), typed, true).orElseThrow();
    }

    private <T> T score(String view, String column, Class<T> type) {
        return test.figures(
                        nurse,
                        type,
                        "select " + column
                                + " from pub_assessment_score where assessment = :id and view = :view and standard = '*'",
                        Map.of("id", id, "view", view))
                .getFirst();
    }

    @Test
    void nothingIsJudgedBeforeItIsTakenUp() {
        assertThat(moderating
                        .save(nurse.actor(), id, 0, List.of(Typed.value("1.1", "3")), true)
                        .reasons())
                .extracting(Reason::message)
                .containsExactly("Take this up first. So it cannot be judged now.");
        assertThatThrownBy(() -> moderating.takeUp(named.actor(), id)).isInstanceOf(RefusedException.class);

        assertThat(moderating.takeUp(nurse.actor(), id).orElseThrow()).isInstanceOf(AssessmentState.UnderReview.class);
    }

    @Test
    void theNextStepIsTheFirstStandardWithSomethingToJudge() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        var before = nextStep(nurse);
        judgeAll("3", "");

        assertThat(before).containsExactly("Judge S1 Leadership");
        assertThat(nextStep(nurse)).isEmpty();
        assertThat(nextStep(named)).isEmpty();
    }

    private List<String> nextStep(Given.Person person) {
        return Jsoup.parse(given.get(person, "/assessments/" + id + "/moderate").body())
                .select("main a.nhsuk-button")
                .eachText();
    }

    @Test
    void theJudgementStandsBesideTheClaimWithScoresOfItsOwn() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        judgeAll("3", "");
        moderating
                .save(
                        nurse.actor(),
                        id,
                        version(nurse),
                        List.of(
                                Typed.value("1.1", "1").saying("The lead left in May"),
                                Typed.value("1.2", "1").saying("No deputy is named"),
                                Typed.value("1.3", "1").saying("One report in a year")),
                        true)
                .orElseThrow();
        moderating.finish(nurse.actor(), id, false).orElseThrow();

        // first standard (3 x 33 + 2 x 100) / 5 = 59.8, red; the whole (59.8 + 9 x 100) / 10 = 95.98, held at amber by
        // it
        assertThat(score("MODERATED", "score", BigDecimal.class)).isEqualByComparingTo("95.98");
        assertThat(score("MODERATED", "rag", String.class)).isEqualTo("AMBER");
        assertThat(score("CLAIMED", "score", BigDecimal.class)).isEqualByComparingTo("100");
        assertThat(test.answers(named, id).get("1.1").value()).isEqualTo("3");
        assertThat(test.figures(
                        nurse,
                        Integer.class,
                        "select variance from pub_moderation where assessment = :id and code = '1.1'",
                        Map.of("id", id)))
                .containsExactly(-67);
        assertThat(work.read(
                        nurse.actor().scope(),
                        () -> judging.read(nurse.actor(), id).overRated(25)))
                .isEqualTo(3);
    }

    @Test
    void aDifferenceNeedsAReasonAndEveryLineAJudgement() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();

        assertThat(moderating
                        .save(nurse.actor(), id, 1, List.of(Typed.value("1.1", "2")), true)
                        .reasons())
                .extracting(Reason::field)
                .containsExactly("1.1.words");
        moderating
                .save(nurse.actor(), id, 1, List.of(Typed.value("1.1", "2")), false)
                .orElseThrow();

        var missing = moderating.finish(nurse.actor(), id, false).reasons();
        assertThat(missing).hasSize(50).extracting(Reason::field).contains("1.1.words", "1.2.value", "10.5.value");
        assertThat(missing.getFirst().clause().code()).isEqualTo("BR-ASM-5");
        assertThat(moderating
                        .save(nurse.actor(), id, 2, List.of(Typed.value("1.1", "4"), Typed.value("77", "1")), true)
                        .reasons())
                .extracting(Reason::field)
                .containsExactly("1.1.value", "77.value");
    }

    @Test
    void theProviderSeesNoJudgementBeforeItIsFinished() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        judgeAll("3", "");
        assertThat(seenBy(nurse)).hasSize(50);
        assertThat(seenBy(named)).isEmpty();

        moderating.finish(nurse.actor(), id, false).orElseThrow();

        assertThat(seenBy(named)).hasSize(50);
        var other = given.provider(icb, "ACUTE");
        var stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, other);
        assertThatThrownBy(() -> seenBy(stranger)).isInstanceOf(HiddenException.class);
    }

    @Test
    void moreThanAFifthLeftOutHasToBeConfirmed() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        judgeAll("3", "");
        var out = new ArrayList<Typed>();
        for (var code : List.of("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5")) {
            out.add(Typed.value(code, "NA").saying("Nobody is employed here"));
        }
        moderating.save(nurse.actor(), id, version(nurse), out, true).orElseThrow();
        // ten of fifty are a fifth, not more; the eleventh makes it more
        moderating
                .save(
                        nurse.actor(),
                        id,
                        version(nurse),
                        List.of(Typed.value("3.1", "NA").saying("No children are seen")),
                        true)
                .orElseThrow();

        assertThat(moderating.finish(nurse.actor(), id, false).reasons())
                .extracting(Reason::field)
                .containsExactly("notApplicable");
        moderating.finish(nurse.actor(), id, true).orElseThrow();
        assertThat(score("MODERATED", "applicable", Integer.class)).isEqualTo(39);
    }

    @Test
    void aClaimChangedAfterItWasGivenBackIsJudgedAgain() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        judgeAll("3", "");
        var oldTab = version(nurse);
        assertThat(moderating.giveBack(nurse.actor(), id, "no").isAccepted()).isFalse();
        moderating
                .giveBack(nurse.actor(), id, "Line 4.2 has the wrong evidence")
                .orElseThrow();

        answering
                .save(
                        named.actor(),
                        id,
                        Base.seen(test.header(named, id).version()),
                        List.of(Typed.value("4.2", "2").because("The policy is out of date")))
                .orElseThrow();
        handing.handOver(named.actor(), id, executive.actor().account()).orElseThrow();
        handing.sign(executive.actor(), id).orElseThrow();
        moderating.takeUp(nurse.actor(), id).orElseThrow();

        moderating
                .save(nurse.actor(), id, oldTab, List.of(new Typed("4.2", null, null, null)), true)
                .orElseThrow();
        assertThat(moderating.finish(nurse.actor(), id, false).reasons())
                .as("a page from before does not judge the new claim")
                .extracting(Reason::field)
                .containsExactly("4.2.value");
    }

    @Test
    void twoModeratorsOnOneLineSeeBothVersions() {
        var second = given.person("DESIGNATED_NURSE", icb);
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        moderating
                .save(nurse.actor(), id, 1, List.of(Typed.value("1.1", "3")), true)
                .orElseThrow();

        assertThatThrownBy(() -> moderating.save(
                        second.actor(), id, 1, List.of(Typed.value("1.1", "2").saying("Not seen")), true))
                .isInstanceOfSatisfying(JudgementConflict.class, conflict -> {
                    var field = new JudgementConflict.Field("1.1", "value", "2", "3");
                    assertThat(conflict.fields()).contains(field);
                    assertThat(conflict.theirs(field)).isEqualTo("Fully met");
                });
        moderating
                .save(second.actor(), id, 1, List.of(Typed.value("1.2", "3")), true)
                .orElseThrow();
    }

    private void finished() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        judgeAll("2", "Evidence shows most of it");
        clock.standAt(LocalDate.of(2026, 6, 24));
        moderating.finish(nurse.actor(), id, false).orElseThrow();
    }

    @Test
    void theProviderMayReplyForTenWorkingDaysAndNothingIsAgreedOverItsHead() {
        finished();
        challenges.challenge(nurse.actor(), id).orElseThrow();

        // from Wednesday 24 June 2026 ten working days end on Wednesday 8 July
        assertThat(challenges.agree(nurse.actor(), id).reasons())
                .extracting(Reason::message)
                .contains("The provider may reply until 8 July 2026. Agree once it has, or after that day.");
        clock.standAt(LocalDate.of(2026, 7, 9));
        assertThat(challenges.reply(named.actor(), id, "We see it otherwise").isAccepted())
                .isFalse();
        clock.standAt(LocalDate.of(2026, 7, 8));
        challenges.reply(named.actor(), id, "We see it otherwise").orElseThrow();
        assertThat(challenges.reply(named.actor(), id, "And again").isAccepted())
                .isFalse();
        assertThat(answering
                        .save(named.actor(), id, Base.seen(99), List.of(Typed.value("1.1", "0")))
                        .isAccepted())
                .isFalse();
        assertThat(challenges.agree(nurse.actor(), id).reasons())
                .extracting(Reason::field)
                .containsExactly("heldOn", "attended", "outcome");
    }

    @Test
    void whatTheEventSettlesIsAcceptedAndTheJudgementStays() {
        finished();
        assertThat(challenges.agree(nurse.actor(), id).reasons())
                .extracting(Reason::message)
                .contains("This round has a challenge event. Take the assessment there first.");
        challenges.challenge(nurse.actor(), id).orElseThrow();
        clock.standAt(LocalDate.of(2026, 7, 10));
        challenges
                .note(
                        nurse.actor(),
                        id,
                        mark(),
                        new Challenges.Note(
                                LocalDate.of(2026, 7, 10),
                                "Named nurse, executive lead, ICB, police",
                                "One line raised, the rest as judged",
                                "How is 1.1 known?",
                                "Minutes were shown"))
                .orElseThrow();
        assertThat(moderating
                        .save(nurse.actor(), id, version(nurse), List.of(Typed.value("1.1", "3")), true)
                        .reasons())
                .extracting(Reason::field)
                .containsExactly("1.1.words");
        moderating
                .save(
                        nurse.actor(),
                        id,
                        version(nurse),
                        List.of(Typed.value("1.1", "3").saying("Minutes were shown")),
                        true)
                .orElseThrow();
        challenges.agree(nurse.actor(), id).orElseThrow();

        // judged: 67 everywhere; agreed: the first standard (100 + 4 x 67) / 5 = 73.6, the whole (73.6 + 9 x 67) / 10 =
        // 67.66
        assertThat(score("MODERATED", "score", BigDecimal.class)).isEqualByComparingTo("67");
        assertThat(score("ACCEPTED", "score", BigDecimal.class)).isEqualByComparingTo("67.66");
        assertThat(seenBy(named).get("1.1").value()).isEqualTo("2");
        assertThat(seenBy(named).get("1.1").settled()).isEqualTo("3");
    }

    @Test
    void theNoteOfTheEventWaitsForNobodyButWhoeverChangedTheSameNote() {
        finished();
        challenges.challenge(nurse.actor(), id).orElseThrow();
        var seen = mark();
        moderating
                .save(
                        nurse.actor(),
                        id,
                        version(nurse),
                        List.of(Typed.value("1.1", "3").saying("Minutes were shown")),
                        true)
                .orElseThrow();
        var note = new Challenges.Note(null, "Named nurse, ICB", "", "", "");
        challenges.note(nurse.actor(), id, seen, note).orElseThrow();

        var refused = challenges.note(nurse.actor(), id, seen, new Challenges.Note(null, "Police", "", "", ""));

        assertThat(refused.reasons())
                .extracting(Reason::message)
                .containsExactly("Somebody else wrote meanwhile: Named nurse, ICB. Save again to keep yours.");
    }

    @Test
    void aPlanIsOpenedForItsActionsAndClosedWhenTheyAreVerified() {
        finished();
        challenges.challenge(nurse.actor(), id).orElseThrow();
        clock.standAt(LocalDate.of(2026, 7, 10));
        challenges
                .note(
                        nurse.actor(),
                        id,
                        mark(),
                        new Challenges.Note(LocalDate.of(2026, 7, 10), "Named nurse, ICB", "As judged", "", ""))
                .orElseThrow();
        challenges.agree(nurse.actor(), id).orElseThrow();
        assertThat(challenges.openPlan(nurse.actor(), id).isAccepted()).isFalse();

        register.propose(nurse.actor(), action(seenBy(nurse).get("1.1").answer()))
                .orElseThrow();
        challenges.openPlan(nurse.actor(), id).orElseThrow();
        assertThat(challenges.close(nurse.actor(), id).reasons())
                .extracting(Reason::message)
                .containsExactly("One of its actions is not verified yet.");
    }

    private uk.goldenthread.actions.NewAction action(long answer) {
        return new uk.goldenthread.actions.NewAction(
                trust.id(),
                "Name a deputy lead",
                "A deputy is named and known to staff",
                "The board minute that names the deputy",
                "",
                uk.goldenthread.actions.Priority.MEDIUM,
                false,
                java.util.Set.of(uk.goldenthread.actions.Proof.PROCESS),
                LocalDate.of(2026, 10, 1),
                null,
                List.of(uk.goldenthread.kernel.Reference.of("answer", answer)));
    }

    @Test
    void aRoundClosesOnlyOverWhatIsJudgedLeftOutOrNotReturned() {
        var second = given.provider(icb, "ACUTE");
        var third = given.provider(icb, "ACUTE");
        publishAgain();
        var late = test.assessment(nurse, round, second);
        var exempt = test.assessment(nurse, round, third);

        assertThat(keeping.close(nurse.actor(), round).reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.clause().code()).isEqualTo("BR-ASM-9");
                    assertThat(reason.message()).contains(trust.name(), second.name(), third.name());
                });
        finished();
        assertThat(keeping.exempt(nurse.actor(), exempt, "merged").isAccepted()).isFalse();
        keeping.exempt(nurse.actor(), exempt, "Merged with another trust in May")
                .orElseThrow();
        // due on 27 May 2026, eight weeks after 1 April
        clock.standAt(LocalDate.of(2026, 5, 27));
        assertThat(keeping.neverCame(nurse.actor(), late).isAccepted()).isFalse();
        assertThat(keeping.extend(nurse.actor(), late, LocalDate.of(2026, 5, 27), "Their nurse is ill")
                        .isAccepted())
                .isFalse();
        keeping.extend(nurse.actor(), late, LocalDate.of(2026, 6, 10), "Their nurse is ill")
                .orElseThrow();
        clock.standAt(LocalDate.of(2026, 6, 10));
        assertThat(keeping.neverCame(nurse.actor(), late).isAccepted()).isFalse();
        clock.standAt(LocalDate.of(2026, 6, 11));
        assertThat(keeping.close(nurse.actor(), round).isAccepted()).isFalse();
        keeping.neverCame(nurse.actor(), late).orElseThrow();

        keeping.close(nurse.actor(), round).orElseThrow();
        assertThatThrownBy(() -> keeping.close(named.actor(), round)).isInstanceOf(RefusedException.class);
    }

    @Autowired
    uk.goldenthread.assessments.service.Rounds rounds;

    private void publishAgain() {
        rounds.publish(nurse.actor(), round).orElseThrow();
    }
}
