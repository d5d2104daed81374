package uk.goldenthread.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.goldenthread.access.Roles;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;

/// Whom the first screen of a demonstration names.
class GreetingTest {
    private final Roles roles = new Roles();

    @Test
    void everybodyIsNamedWithTheirRole() {
        assertThat(Greeting.people(roles, _ -> true))
                .contains("The sign-in page offers these people", "the ICB next door")
                .contains(DemonstrationPlan.people().getFirst().name())
                .contains(roles.name(DemonstrationPlan.people().getFirst().role()))
                .contains(DemonstrationPlan.neighbours().getLast().signInName());
    }

    @Test
    void nobodyIsNamedWhomADemonstrationOfAnEarlierProgramDoesNotHave() {
        assertThat(Greeting.people(roles, person -> DemonstrationPlan.people().contains(person)))
                .contains(DemonstrationPlan.people().getFirst().name())
                .doesNotContain("the ICB next door")
                .doesNotContain(DemonstrationPlan.neighbours().getFirst().name());
        assertThat(Greeting.people(roles, _ -> false)).isEmpty();
    }
}
