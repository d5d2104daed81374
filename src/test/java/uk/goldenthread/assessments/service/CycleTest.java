package uk.goldenthread.assessments.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.AgreedForTests;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// BR-ASM-10: the next round at most 24 months after the last was agreed, called for after 21.
@GoldenThreadTest
class CycleTest {
    private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    AgreedForTests agreed;

    @Autowired
    Rounds rounds;

    @Autowired
    CycleWork cycle;

    @Autowired
    UnitOfWork work;

    private Given.Person coordinator;
    private Given.Person nurse;
    private Given.Person named;

    /// The trust's Section 11 is agreed on 31 May 2024.
    @BeforeEach
    void aRoundIsAgreed() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL);
        var id = test.assessment(nurse, asked(APRIL, "First"), trust);
        clock.standAt(LocalDate.of(2024, 5, 31));
        var judged = new ArrayList<Typed>();
        test.answers(named, id).keySet().forEach(code -> judged.add(Typed.value(code, "3")));
        agreed.agree(new AgreedForTests.People(nurse, named, executive), id, "3", judged);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private long asked(LocalDate opens, String name) {
        var dates = new RoundDates(opens, opens.plusWeeks(8), opens.plusWeeks(12), null, opens.plusWeeks(20));
        var wanted = new Rounds.Wanted("S11_WT", "2023", name, Set.of("ACUTE"), Set.of(), false, dates);
        long round = rounds.prepare(nurse.actor(), wanted).orElseThrow();
        rounds.publish(nurse.actor(), round).orElseThrow();
        return round;
    }

    private List<WorkItem> home(Given.Person person, LocalDate day) {
        clock.standAt(day);
        return work.read(person.actor().scope(), () -> cycle.toDo(person.actor()));
    }

    @Test
    void theNextRoundIsCalledForAfterTwentyOneMonthsAndDueAfterTwentyFour() {
        // 21 months after 31 May 2024 is the last day of February 2026, 24 months is 31 May 2026
        assertThat(home(coordinator, LocalDate.of(2026, 2, 27))).isEmpty();
        assertThat(home(coordinator, LocalDate.of(2026, 2, 28))).singleElement().satisfies(item -> {
            assertThat(item.what()).isEqualTo("Ask again: Section 11 self-assessment");
            assertThat(item.forWhom()).isEqualTo("1 organisation");
            assertThat(item.by()).isEqualTo(LocalDate.of(2026, 5, 31));
            assertThat(item.why()).isEqualTo("Agreed on 31 May 2024 and not asked since");
        });
        assertThat(given.get(coordinator, "/").body()).contains("Ask again: Section 11 self-assessment");
        assertThat(home(named, LocalDate.of(2026, 2, 28)))
                .as("a provider runs no rounds")
                .isEmpty();
    }

    @Test
    void whoWasAskedAgainIsNotCalledForUntilThatIsAgreed() {
        var day = LocalDate.of(2026, 3, 2);
        assertThat(home(coordinator, day)).hasSize(1);

        asked(day, "Second");

        assertThat(home(coordinator, day)).isEmpty();
        assertThat(home(coordinator, LocalDate.of(2027, 3, 2))).isEmpty();
    }
}
