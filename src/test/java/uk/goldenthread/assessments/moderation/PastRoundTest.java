package uk.goldenthread.assessments.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.ChallengeEvent;
import uk.goldenthread.assessments.moderation.PastJudgements.Points;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.CarryForward;
import uk.goldenthread.assessments.service.HandingIn;
import uk.goldenthread.assessments.service.PastAnswers;
import uk.goldenthread.assessments.service.PastAnswers.Act;
import uk.goldenthread.assessments.service.PastAnswers.HandedIn;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// What is brought forward at once reads as if people had done it one by one.
@GoldenThreadTest
class PastRoundTest {
    /// A Wednesday; the round is due eight weeks later, on 27 May 2026.
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private static final LocalDate LATE = LocalDate.of(2026, 6, 1);
    private static final LocalDate EVENT = LocalDate.of(2026, 7, 8);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    Answering answering;

    @Autowired
    HandingIn handing;

    @Autowired
    Moderating moderating;

    @Autowired
    Challenges challenges;

    @Autowired
    RoundKeeping keeping;

    @Autowired
    CarryForward carrying;

    @Autowired
    Judging judging;

    @Autowired
    UnitOfWork work;

    @Autowired
    PastAnswers answers;

    @Autowired
    PastJudgements judgements;

    private Given.Organisation icb;
    private Given.Organisation one;
    private Given.Organisation many;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;
    private Given.Person lead;
    private Given.Organisation practice;
    private long round;

    @BeforeEach
    void twoTrustsAndAPracticeAreAsked() {
        icb = given.icb();
        one = given.provider(icb, "ACUTE");
        many = given.provider(icb, "ACUTE");
        practice = given.provider(icb, "GP");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, one);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, one);
        lead = given.person("PRACTICE_LEAD", icb, practice);
        clock.standAt(APRIL);
        round = test.published(nurse, "S11_WT", "Section 11 2026", APRIL);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private long id(Given.Organisation organisation) {
        return test.assessment(nurse, round, organisation);
    }

    /// Full, partly met and not met by turns.
    private List<Typed> claims(Given.Organisation organisation) {
        var claims = new ArrayList<Typed>();
        for (var code :
                test.answers(nurse, id(organisation)).keySet().stream().sorted().toList()) {
            var value = List.of("3", "2", "0").get(claims.size() % 3);
            var claim = Typed.value(code, value).saying("In the minutes of May");
            claims.add(value.equals("3") ? claim : claim.because("Funding comes in June"));
        }
        return claims;
    }

    /// Every fourth judged one point lower.
    private static List<Typed> judged(List<Typed> claims) {
        var judged = new ArrayList<Typed>();
        for (var claim : claims) {
            var value = String.valueOf(claim.value());
            judged.add(
                    judged.size() % 4 == 0 && !value.equals("0")
                            ? Typed.value(claim.code(), Integer.toString(Integer.parseInt(value) - 1))
                                    .saying("Written down, not done")
                            : Typed.value(claim.code(), value).saying(""));
        }
        return judged;
    }

    private Act act(Given.Person person) {
        return new Act(person.actor().account(), person.actor().name(), clock.instant());
    }

    private HandedIn handedIn(Given.Organisation organisation, List<Typed> claims) {
        return new HandedIn(organisation.id(), act(named), act(executive), claims);
    }

    private void oneByOneHandsIn() {
        long id = id(one);
        answering
                .save(named.actor(), id, Base.seen(test.header(named, id).version()), claims(one))
                .orElseThrow();
        handing.handOver(named.actor(), id, executive.actor().account()).orElseThrow();
        handing.sign(executive.actor(), id).orElseThrow();
    }

    private void oneByOneIsJudged() {
        long id = id(one);
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        int version = work.read(
                nurse.actor().scope(), () -> judging.read(nurse.actor(), id).version());
        moderating.save(nurse.actor(), id, version, judged(claims(one)), true).orElseThrow();
        moderating.finish(nurse.actor(), id, false).orElseThrow();
    }

    private void oneByOneIsAgreed(ChallengeEvent event) {
        long id = id(one);
        challenges.challenge(nurse.actor(), id).orElseThrow();
        int mark = work.read(
                nurse.actor().scope(),
                () -> java.util.Objects.requireNonNull(
                                judging.read(nurse.actor(), id).review())
                        .eventMark());
        var note = new Challenges.Note(event.heldOn(), event.attended(), event.outcome(), "", "");
        challenges.note(nurse.actor(), id, mark, note).orElseThrow();
        challenges.agree(nurse.actor(), id).orElseThrow();
        challenges.close(nurse.actor(), id).orElseThrow();
    }

    /// Everything kept of an assessment, without numbers, names, times and versions.
    private List<String> kept(long id) {
        var kept = new ArrayList<String>();
        for (var sql : List.of(
                "select concat_ws('|', state, asked, answered, carried, confirmed, filled, kind, light, due_on,"
                        + " cardinality(answered_by), approver is null, handed_by is null, submitted_at is null,"
                        + " first_submitted_at is null) from assessment where id = :id",
                "select concat_ws('|', code, value, words, reason, source, decision, evidenced::text,"
                        + " answered_by is null) from answer where assessment = :id order by code",
                "select concat_ws('|', view, standard, score, rag, applicable, rated, floored)"
                        + " from pub_assessment_score where assessment = :id order by view, standard",
                "select concat_ws('|', code, claimed, value, words, accepted, accepted_words, claimed_points, points,"
                        + " accepted_points, variance, critical, stage) from moderation where assessment = :id"
                        + " order by code",
                "select concat_ws('|', not_applicable_confirmed, moderated_by is null, reply_until, reply, held_on,"
                        + " attended, outcome, agreed_by is null) from assessment_review where assessment = :id",
                "select concat_ws('|', step, words) from assessment_step where assessment = :id order by id")) {
            kept.addAll(test.figures(nurse, String.class, sql, Map.of("id", id)));
        }
        return kept;
    }

    @Test
    void aRoundBroughtForwardKeepsWhatTheSameRoundKeepsWhenPeopleGoThroughIt() {
        oneByOneHandsIn();
        answers.handIn(icb.id(), round, List.of(handedIn(many, claims(many))));
        assertThat(kept(id(many))).as("handed in").isEqualTo(kept(id(one)));

        clock.standAt(LATE);
        oneByOneIsJudged();
        judgements.moderate(icb.id(), round, act(nurse), List.of(new Points(many.id(), judged(claims(many)))));
        assertThat(kept(id(many))).as("judged").isEqualTo(kept(id(one)));

        clock.standAt(EVENT);
        var event = new ChallengeEvent(EVENT, "Both sides", "The judgements stand");
        oneByOneIsAgreed(event);
        judgements.agree(icb.id(), round, act(nurse), event, Set.of(many.id()), Set.of(many.id()));
        assertThat(kept(id(many))).as("agreed").isEqualTo(kept(id(one))).contains("CLOSED|");
    }

    @Test
    void whoIsLeftOutAndWhoNeverCameAreKeptAsWhenOnePersonRecordsIt() {
        keeping.exempt(nurse.actor(), id(one), "It closes this summer").orElseThrow();
        judgements.leaveOut(icb.id(), round, act(nurse), Map.of(many.id(), "It closes this summer"));
        assertThat(kept(id(many))).isEqualTo(kept(id(one)));

        clock.standAt(LATE);
        judgements.neverCame(icb.id(), round, act(nurse), Set.of(practice.id()));
        assertThat(kept(id(practice))).contains("NON_RETURN|");
    }

    @Test
    void nobodyIsANonReturnBeforeTheRoundIsDue() {
        assertThatThrownBy(() -> judgements.neverCame(icb.id(), round, act(nurse), Set.of(practice.id())))
                .hasMessageContaining("Only what is late");
    }

    @Test
    void aPracticeBringsItsTwelveLinesForwardTheYearAfter() {
        answers.handIn(icb.id(), round, List.of(handedIn(practice, claims(practice))));
        var next = LocalDate.of(2027, 4, 1);
        clock.standAt(next);
        long again = test.published(nurse, "S11_WT", "Section 11 2027", next);
        long id = test.assessment(nurse, again, practice);

        assertThat(carrying.bring(lead.actor(), id).orElseThrow()).isEqualTo(12);
        assertThat(test.answers(lead, id).values())
                .allSatisfy(answer -> assertThat(answer.words()).isEqualTo("In the minutes of May"));
    }

    @Test
    void whatCouldNotBeHandedInOrJudgedIsRefusedHereToo() {
        var unexplained = claims(many).stream()
                .map(claim -> Typed.value(claim.code(), "1").saying("Partly"))
                .toList();
        var authorSigns = new HandedIn(many.id(), act(named), act(named), claims(many));

        assertThatThrownBy(() -> answers.handIn(icb.id(), round, List.of(handedIn(many, unexplained))))
                .hasMessageContaining("Open an action, or say why");
        assertThatThrownBy(() -> answers.handIn(icb.id(), round, List.of(handedIn(many, List.of()))))
                .hasMessageContaining("Answer this question");
        assertThatThrownBy(() -> answers.handIn(icb.id(), round, List.of(authorSigns)))
                .hasMessageContaining("has not answered any of it");

        answers.handIn(icb.id(), round, List.of(handedIn(many, claims(many))));
        var silent = claims(many).stream()
                .map(claim -> Typed.value(claim.code(), "1"))
                .toList();
        assertThatThrownBy(
                        () -> judgements.moderate(icb.id(), round, act(nurse), List.of(new Points(many.id(), silent))))
                .hasMessageContaining("Say why your judgement");
    }

    @Test
    void nothingIsAgreedWhileTheProviderMayReply() {
        answers.handIn(icb.id(), round, List.of(handedIn(many, claims(many))));
        clock.standAt(LATE);
        judgements.moderate(icb.id(), round, act(nurse), List.of(new Points(many.id(), judged(claims(many)))));

        assertThatThrownBy(() -> judgements.agree(
                        icb.id(),
                        round,
                        act(nurse),
                        new ChallengeEvent(LATE, "Both sides", "Agreed"),
                        Set.of(many.id()),
                        Set.of()))
                .hasMessageContaining("1 of 1 assessments");
    }
}
