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
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.actions.NewAction;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.assessments.EvidenceForAnswers;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class CarryAndFillTest {
    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 4, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    Answering answering;

    @Autowired
    HandingIn handing;

    @Autowired
    CarryForward carry;

    @Autowired
    Filling filling;

    @Autowired
    ActionRegister actions;

    @Autowired
    RoundsForTests test;

    @Autowired
    EvidenceForAnswers evidence;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;

    @BeforeEach
    void aTrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(LAST_YEAR);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private long issued(String framework, String name, LocalDate opens) {
        return test.assessment(nurse, test.published(nurse, framework, name, opens), trust);
    }

    private Answer answer(long id, String code) {
        return java.util.Objects.requireNonNull(test.answers(named, id).get(code));
    }

    private long broughtForward() {
        var last = issued("S11_WT", "Section 11 2025", LAST_YEAR);
        evidence.give(
                named,
                "Board minutes",
                LocalDate.of(2026, 12, 31),
                answer(last, "1.1").id());
        test.handIn(named, executive, last, "2");
        clock.standAt(APRIL);
        var now = issued("S11_WT", "Section 11 2026", APRIL);
        assertThat(carry.bring(named.actor(), now).orElseThrow()).isEqualTo(50);
        return now;
    }

    @Test
    void lastTimesWordsAndEvidenceComeForwardWithoutTheJudgement() {
        var now = broughtForward();

        var carried = answer(now, "1.1");
        assertThat(carried.value()).isEmpty();
        assertThat(carried.words()).isEqualTo("As the policy says");
        assertThat(carried.reason()).isEqualTo("Funding comes in May");
        assertThat(carried.origin().value()).isEqualTo("2");
        assertThat(carried.origin().words()).isEqualTo("Section 11 2025, answered 1 April 2025");
        assertThat(evidence.titles(named, carried.id())).containsExactly("Board minutes");
        var progress = test.header(named, now).progress();
        assertThat(progress.answered()).isZero();
        assertThat(progress.carried()).isEqualTo(50);
        assertThat(progress.percentConfirmed()).isZero();
    }

    @Test
    void stillTrueChangedAndGoneAreReconfirmedAndNothingElseIsDone() {
        var now = broughtForward();
        var version = test.header(named, now).version();

        answering
                .decide(named.actor(), now, Base.seen(version), "1.1", Answer.Decision.STILL_TRUE)
                .orElseThrow();
        answering
                .decide(named.actor(), now, Base.seen(version + 1), "1.2", Answer.Decision.GONE)
                .orElseThrow();
        answering
                .save(named.actor(), now, Base.seen(version + 2), List.of(Typed.value("1.3", "3")))
                .orElseThrow();

        assertThat(answer(now, "1.1").value()).isEqualTo("2");
        assertThat(answer(now, "1.2").value()).isEmpty();
        assertThat(answer(now, "1.3").decision()).isEqualTo(Answer.Decision.CHANGED);
        var progress = test.header(named, now).progress();
        // three of fifty were looked at again; the one that is gone has no answer yet
        assertThat(progress.percentConfirmed()).isEqualTo(6);
        assertThat(progress.answered()).isEqualTo(2);
        assertThat(handing.handOver(named.actor(), now, executive.actor().account())
                        .reasons())
                .hasSize(50 - 2 + 1 - 1)
                .anySatisfy(reason ->
                        assertThat(reason.message()).isEqualTo("Say whether last time's answer is still true."));
    }

    @Test
    void bringingForwardTwiceOrOverWhatWasWrittenChangesNothing() {
        var last = issued("S11_WT", "Section 11 2025", LAST_YEAR);
        test.handIn(named, executive, last, "2");
        clock.standAt(APRIL);
        var now = issued("S11_WT", "Section 11 2026", APRIL);
        answering
                .save(named.actor(), now, Base.seen(1), List.of(Typed.value("1.1", "0")))
                .orElseThrow();

        assertThat(carry.bring(named.actor(), now).orElseThrow()).isEqualTo(49);
        assertThat(carry.bring(named.actor(), now).orElseThrow()).isZero();
        assertThat(answer(now, "1.1").value()).isEqualTo("0");
    }

    @Test
    void whoNeverHandedItInHasNothingToBringForward() {
        var first = issued("S11_WT", "Section 11 2025", LAST_YEAR);

        assertThat(carry.bring(named.actor(), first).isAccepted()).isFalse();
    }

    @Test
    void jsafFillsSectionElevenAsFarAsItsLinesAreMapped() {
        clock.standAt(APRIL);
        var jsaf = issued("JSAF", "JSAF 2026", APRIL);
        var section11 = issued("S11_WT", "Section 11 2026", APRIL);
        evidence.give(
                named,
                "DBS audit",
                LocalDate.of(2026, 12, 31),
                answer(jsaf, "D4.2").id());
        test.answerAll(named, jsaf, "3");
        answering
                .save(
                        named.actor(),
                        section11,
                        Base.seen(1),
                        List.of(Typed.value("8.3", "1").because("Two of nine were late")))
                .orElseThrow();

        var preview = filling.preview(named.actor(), section11, jsaf);
        assertThat(preview.rows())
                .filteredOn(row -> row.criterion().code().equals("8.3"))
                .singleElement()
                .satisfies(row -> assertThat(row.kept()).isEqualTo("Kept: you have written here"));
        int filled = filling.fill(named.actor(), section11, jsaf).orElseThrow();

        assertThat(filled).isEqualTo(preview.filling().size()).isPositive();
        // D4.2 asks the same as 7.2
        var dbs = answer(section11, "7.2");
        assertThat(dbs.value()).isEqualTo("3");
        assertThat(dbs.origin().words()).isEqualTo("JSAF D4.2, answered 1 April 2026");
        assertThat(evidence.titles(named, dbs.id())).containsExactly("DBS audit");
        assertThat(answer(section11, "8.3").value()).isEqualTo("1");
        // nothing in JSAF bears on 1.5
        assertThat(answer(section11, "1.5").isFree()).isTrue();
    }

    @Test
    void aPageMadeBeforeItWasFilledConfirmsNothingOfWhatItNeverShowed() {
        clock.standAt(APRIL);
        var jsaf = issued("JSAF", "JSAF 2026", APRIL);
        var section11 = issued("S11_WT", "Section 11 2026", APRIL);
        var seen = test.header(named, section11).version();
        test.answerAll(named, jsaf, "3");
        filling.fill(named.actor(), section11, jsaf).orElseThrow();
        var onlyLookedAt = new Typed("7.2", null, null, null);

        answering
                .save(
                        named.actor(),
                        section11,
                        Base.seen(seen),
                        List.of(onlyLookedAt, Typed.value("1.5", "2").because("From May")))
                .orElseThrow();

        assertThat(answer(section11, "7.2").isFilled())
                .as("still to be looked at")
                .isTrue();
        assertThat(answer(section11, "1.5").value()).isEqualTo("2");
        answering
                .save(
                        named.actor(),
                        section11,
                        Base.seen(test.header(named, section11).version()),
                        List.of(onlyLookedAt))
                .orElseThrow();
        assertThat(answer(section11, "7.2").isFilled()).isFalse();
    }

    @Test
    void anEqualLineOnAnotherScaleIsFilledOnlyWhereThatScaleHasThePoint() {
        clock.standAt(APRIL);
        var jsaf = issued("JSAF", "JSAF 2026", APRIL);
        var adults = issued("ADULT_SAAF", "Adults 2026", APRIL);
        test.answerAll(named, jsaf, "2");

        filling.fill(named.actor(), adults, jsaf).orElseThrow();

        // two of three has no place on red, amber, green: words come, the judgement is the provider's to give
        assertThat(test.answers(named, adults).values())
                .filteredOn(answer -> answer.origin().kind() == Answer.Origin.Kind.MAPPED)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.value()).isEmpty();
                    assertThat(answer.words()).isEqualTo("As the policy says");
                });
        assertThat(test.header(named, adults).progress().filled()).isZero();
    }

    @Test
    void anotherOrganisationsAnswersFillNothing() {
        clock.standAt(APRIL);
        var other = given.provider(icb, "ACUTE");
        var jsaf = test.published(nurse, "JSAF", "JSAF 2026", APRIL);
        var theirs = test.assessment(nurse, jsaf, other);
        var section11 = issued("S11_WT", "Section 11 2026", APRIL);

        assertThatThrownBy(() -> filling.preview(named.actor(), section11, theirs))
                .isInstanceOf(HiddenException.class);
    }

    @Test
    void aFullClaimWithoutEvidenceInDateStandsOneLowerInTheEvidencedView() {
        var id = issued("S11_WT", "Section 11 2025", LAST_YEAR);
        evidence.give(named, "In date", LAST_YEAR, answer(id, "1.1").id());
        evidence.give(
                named, "Out of date", LAST_YEAR.minusDays(1), answer(id, "1.2").id());
        test.handIn(named, executive, id, "3");

        assertThat(answer(id, "1.1").evidenced()).isTrue();
        assertThat(answer(id, "1.2").evidenced()).isFalse();
        var scores = test.figures(
                nurse,
                BigDecimal.class,
                "select score from pub_assessment_score where assessment = :id and standard = 'S1' order by view",
                Map.of("id", id));
        // claimed 100; evidenced (100 + 4 x 67) / 5 = 73.6
        assertThat(scores)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("100"), new BigDecimal("73.6"));
    }

    @Test
    void anActionStandsInForAReasonBelowFull() {
        var id = issued("S11_WT", "Section 11 2025", LAST_YEAR);
        test.answerAll(named, id, "3");
        var version = test.header(named, id).version();
        answering
                .save(
                        named.actor(),
                        id,
                        Base.seen(version),
                        List.of(Typed.value("1.1", "1").because("")))
                .orElseThrow();
        assertThat(handing.handOver(named.actor(), id, executive.actor().account())
                        .isAccepted())
                .isFalse();

        actions.propose(
                        named.actor(),
                        new NewAction(
                                trust.id(),
                                "Appoint a lead",
                                "A lead with time for it",
                                "The appointment letter",
                                "",
                                Priority.HIGH,
                                false,
                                Set.of(Proof.PROCESS),
                                LAST_YEAR.plusDays(60),
                                null,
                                List.of(Reference.of("answer", answer(id, "1.1").id()))))
                .orElseThrow();

        assertThat(handing.handOver(named.actor(), id, executive.actor().account())
                        .isAccepted())
                .isTrue();
    }
}
