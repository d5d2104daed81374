package uk.goldenthread.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A provider's action that was proposed to it, for the matrix.
@Component
public class ActionSampler implements Sampler {
    private final ActionsForTests test;

    ActionSampler(ActionsForTests test) {
        this.test = test;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var id = Long.toString(test.propose(nurse, provider, "Look after the matrix of permissions"));
        var samples = new ArrayList<Sample>();
        samples.add(new Sample("/actions/{id", Map.of("id", id), true));
        samples.add(new Sample("/api/v1/actions/{id", Map.of("id", id), true));
        Map.of("work", "update", "judge", "verify", "committee", "close", "ask", "lapse")
                .forEach((sort, move) -> samples.add(
                        new Sample("/actions/{id:\\d+}/" + sort + "/{move", Map.of("id", id, "move", move), true)));
        return samples;
    }
}
