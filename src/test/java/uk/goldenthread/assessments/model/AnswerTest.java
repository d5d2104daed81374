package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.model.Answer.Decision;
import uk.goldenthread.assessments.model.Answer.Origin;
import uk.goldenthread.kernel.outcome.Reason;

class AnswerTest {
    private static final Question RATED =
            new Question("1.1", "Named lead", new AnswerKind.Rated(RatingScale.S4_0_3), true, null);
    private static final Answer EMPTY =
            new Answer(1, "1.1", "", "", "", Origin.NONE, Decision.NONE, null, null, null, 1);
    private static final Origin LAST_TIME = new Origin(Origin.Kind.CARRIED, 99L, "Section 11 2024", "2");
    private static final Answer CARRIED = EMPTY.from(LAST_TIME, "", "The lead is the chief nurse.", "");

    @Test
    void whatIsBroughtForwardHasWordsAndNoJudgement() {
        assertThat(CARRIED.isToConfirm()).isTrue();
        assertThat(CARRIED.words()).isEqualTo("The lead is the chief nurse.");
        assertThat(AnswerRules.rating(RATED, CARRIED)).isNull();
    }

    @Test
    void stillTrueTakesLastTimesJudgement() {
        var answer = CARRIED.stillTrue();

        assertThat(answer.value()).isEqualTo("2");
        assertThat(answer.decision()).isEqualTo(Decision.STILL_TRUE);
        assertThat(answer.isToConfirm()).isFalse();
    }

    @Test
    void goneClearsWhatWasSaidAndIsAnsweredAnew() {
        var gone = CARRIED.gone();

        assertThat(gone.value()).isEmpty();
        assertThat(gone.words()).isEmpty();
        assertThat(gone.said("0", "", "Post vacant").decision()).isEqualTo(Decision.GONE);
    }

    @Test
    void typingTheSameJudgementConfirmsItAndAnotherChangesIt() {
        assertThat(CARRIED.said("2", CARRIED.words(), "").decision()).isEqualTo(Decision.STILL_TRUE);
        assertThat(CARRIED.said("3", CARRIED.words(), "").decision()).isEqualTo(Decision.CHANGED);
        assertThat(CARRIED.said("2", "Now the medical director.", "").decision())
                .isEqualTo(Decision.CHANGED);
    }

    @Test
    void rewordingWithoutJudgingConfirmsNothing() {
        assertThat(CARRIED.said("", "Now the medical director.", "").isToConfirm())
                .isTrue();
    }

    @Test
    void clearingTheJudgementAsksForItAgain() {
        assertThat(CARRIED.stillTrue().said("", CARRIED.words(), "").isToConfirm())
                .isTrue();
    }

    @Test
    void aFilledAnswerThatAPersonClearedIsNotFilledAgain() {
        var filled = EMPTY.from(new Origin(Origin.Kind.MAPPED, 5L, "JSAF D1.1", "3"), "3", "", "");

        assertThat(filled.isFilled()).isTrue();
        assertThat(filled.said("", "Wrong for us", "").isFilled()).isFalse();
    }

    @Test
    void ofTenCarriedSixReconfirmedAreSixtyPerCentAndFourAreNotAnswered() {
        var answers = new java.util.ArrayList<Answer>();
        for (int number = 0; number < 10; number++) {
            var carried = new Answer(
                    number, "q" + number, "", "As before", "", LAST_TIME, Decision.NONE, null, null, null, 1);
            answers.add(number < 4 ? carried.stillTrue() : number < 6 ? carried.said("3", "New", "") : carried);
        }

        var progress = Progress.of(answers, _ -> true);

        assertThat(progress).isEqualTo(new Progress(10, 6, 10, 6, 0));
        assertThat(progress.percentConfirmed()).isEqualTo(60);
        assertThat(progress.isComplete()).isFalse();
    }

    @Test
    void ninetyNineAndAHalfPerCentIsNotAHundred() {
        assertThat(new Progress(200, 199, 200, 199, 0).percentConfirmed()).isEqualTo(99);
        assertThat(new Progress(3, 0, 0, 0, 0).percentConfirmed()).isNull();
    }

    @Test
    void belowFullNeedsAReasonOrAnAction() {
        var mostly = EMPTY.said("2", "", "");

        assertThat(AnswerRules.missing(RATED, mostly, false))
                .extracting(Reason::field)
                .containsExactly("reason");
        assertThat(AnswerRules.missing(RATED, mostly, true)).isEmpty();
        assertThat(AnswerRules.missing(RATED, mostly.said("2", "", "New post from May"), false))
                .isEmpty();
        assertThat(AnswerRules.missing(RATED, mostly.said("3", "", ""), false)).isEmpty();
    }

    @Test
    void whatDoesNotApplyNeedsAReasonOfTenCharacters() {
        assertThat(AnswerRules.missing(RATED, EMPTY.said("NA", "", "No staff."), false))
                .hasSize(1);
        assertThat(AnswerRules.missing(RATED, EMPTY.said("NA", "", "No staff.."), false))
                .isEmpty();
    }

    @Test
    void whatIsEmptyOrToBeConfirmedIsMissing() {
        assertThat(AnswerRules.missing(RATED, EMPTY, false))
                .extracting(Reason::message)
                .isEqualTo(List.of("Answer this question."));
        assertThat(AnswerRules.missing(RATED, CARRIED, false))
                .extracting(Reason::message)
                .isEqualTo(List.of("Say whether last time's answer is still true."));
    }
}
