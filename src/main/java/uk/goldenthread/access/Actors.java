package uk.goldenthread.access;

import org.springframework.stereotype.Component;

/// People as they would act after signing in, for work that the system does in their name: the demonstration's story.
@Component
public class Actors {
    private final Sessions sessions;

    Actors(Sessions sessions) {
        this.sessions = sessions;
    }

    /// @throws HiddenException when the account may not act there today
    public Actor of(int account, int icb, int organisation) {
        return sessions.byAccount(account, icb, organisation)
                .map(Sessions.Found::actor)
                .orElseThrow(HiddenException::new);
    }
}
