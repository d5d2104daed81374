package uk.goldenthread.assessments;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.moderation.Challenges;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.support.Given;

/// Takes an assessment of a round without a challenge event all the way until it is agreed.
@Component
public class AgreedForTests {
    private final RoundsForTests rounds;
    private final Moderating moderating;
    private final Challenges challenges;

    AgreedForTests(RoundsForTests rounds, Moderating moderating, Challenges challenges) {
        this.rounds = rounds;
        this.moderating = moderating;
        this.challenges = challenges;
    }

    /// Who does it.
    public record People(Given.Person nurse, Given.Person named, Given.Person executive) {}

    /// Claims the same of everything, judges it so, and agrees.
    ///
    /// @param judged what the ICB judges, by line
    public void agree(People people, long id, String claimed, List<Typed> judged) {
        rounds.handIn(people.named(), people.executive(), id, claimed);
        moderating.takeUp(people.nurse().actor(), id).orElseThrow();
        moderating.save(people.nurse().actor(), id, 1, judged, true).orElseThrow();
        moderating.finish(people.nurse().actor(), id, true).orElseThrow();
        challenges.reply(people.named().actor(), id, "We agree with this").orElseThrow();
        challenges.agree(people.nurse().actor(), id).orElseThrow();
    }
}
