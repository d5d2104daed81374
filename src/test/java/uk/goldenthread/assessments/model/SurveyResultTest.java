package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyResultTest {
    private static SurveyResult of(long yes, long partly, long no, long unknown, int replies) {
        return SurveyResult.of(List.of(yes, partly, no, unknown), replies, 10, 5);
    }

    @Test
    void nothingIsShownOfNineReplies() {
        assertThat(of(9, 0, 0, 0, 9).cells()).isEmpty();
        assertThat(of(9, 0, 0, 0, 9).agree()).isNull();
        assertThat(of(9, 0, 0, 0, 20).cells()).isEmpty();
    }

    @Test
    void countsOfFiveAndMoreAreShown() {
        assertThat(of(6, 6, 0, 0, 12)).isEqualTo(new SurveyResult(List.of("6", "6", "0", "0"), 50));
    }

    @Test
    void aSmallCountIsNeitherShownNorToBeWorkedOut() {
        var result = of(10, 0, 2, 0, 12);

        assertThat(result.cells()).doesNotContain("2").contains("<5");
        assertThat(result.agree()).isNull();
    }

    @Test
    void aFullClaimIsContradictedWhereTooFewAgree() {
        var half = of(6, 6, 0, 0, 12);

        assertThat(half.contradicts(100, 80)).isTrue();
        assertThat(half.contradicts(100, 50)).isFalse();
        assertThat(half.contradicts(67, 80)).isFalse();
        assertThat(half.contradicts(null, 80)).isFalse();
        assertThat(of(9, 0, 0, 0, 9).contradicts(100, 80)).isFalse();
    }
}
