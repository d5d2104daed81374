package uk.goldenthread.assessments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// What was given back and never came again, although who signed it has answered since.
@GoldenThreadTest
class NonReturnTest {
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
    RoundKeeping keeping;

    @Autowired
    Answering answering;

    private Given.Person nurse;
    private long id;

    /// A practice, whose lead both answers and signs.
    @BeforeEach
    void theSignatoryAnswersAfterItWasGivenBack() {
        var icb = given.icb();
        var practice = given.provider(icb, "GP");
        nurse = given.person("DESIGNATED_NURSE", icb);
        var lead = given.person("PRACTICE_LEAD", icb, practice);
        var colleague = given.person("PRACTICE_LEAD", icb, practice);
        clock.standAt(APRIL);
        id = test.assessment(nurse, test.published(nurse, "S11_WT", "Section 11", APRIL), practice);
        test.handIn(lead, colleague, id, "3");
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        moderating.giveBack(nurse.actor(), id, "Look at 1.1 again").orElseThrow();
        answering
                .save(
                        colleague.actor(),
                        id,
                        Base.seen(test.header(colleague, id).version()),
                        List.of(Typed.value("1.1", "2").because("The lead is away")))
                .orElseThrow();
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void itIsRecordedAsNotReturned() {
        clock.standAt(LocalDate.of(2026, 9, 1));

        assertThat(keeping.neverCame(nurse.actor(), id).orElseThrow()).isInstanceOf(AssessmentState.NonReturn.class);
    }

    @Test
    void itIsLeftOut() {
        assertThat(keeping.exempt(nurse.actor(), id, "The practice has closed").orElseThrow())
                .isInstanceOf(AssessmentState.Exempt.class);
    }

    @Test
    void whatWasNotHandedInIsNotShownAsJudged() {
        clock.letGo(); // people are of the day
        var icb = given.icb();
        var practice = given.provider(icb, "GP");
        var judge = given.person("DESIGNATED_NURSE", icb);
        clock.standAt(APRIL);
        var untouched = test.assessment(judge, test.published(judge, "S11_WT", "Section 11", APRIL), practice);

        var page = Jsoup.parse(given.get(judge, "/assessments/%d/moderate".formatted(untouched))
                .body());

        assertThat(page.select(".nhsuk-task-list__status").eachText())
                .isNotEmpty()
                .containsOnly("Read");
    }
}
