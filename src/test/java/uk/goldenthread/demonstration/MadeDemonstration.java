package uk.goldenthread.demonstration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.support.Given;

/// The demonstration in the shared application, made once for all tests that look at it.
@Component
public class MadeDemonstration {
    private final Demonstration demonstration;
    private @Nullable World world;

    MadeDemonstration(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    synchronized World world() {
        if (world == null) {
            world = demonstration.make();
        }
        return world;
    }

    public Given.Organisation icb() {
        return organisation(world().plan().icb());
    }

    public Given.Organisation organisation(String code) {
        return new Given.Organisation(world().organisation(code), code, code);
    }
}
