package uk.goldenthread.support;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Replay;

/// The replay of a past, which the shared application of the tests allows although it is no demonstration.
@Component
@Primary
public class AllowedReplay extends Replay {
    AllowedReplay() {
        super(true);
    }
}
