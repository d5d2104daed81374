package uk.goldenthread.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// From a cookie or a bearer token to the person acting, in one round trip to the database; roles and leavers are
/// therefore always of this moment.
@Component
class Sessions {
    static final Duration IDLE = Duration.ofMinutes(60);
    static final Duration IDLE_RESTRICTED = Duration.ofMinutes(15);

    private final SessionStore store;
    private final Roles roles;
    private final UnitOfWork work;
    private final Clock clock;

    Sessions(SessionStore store, Roles roles, UnitOfWork work, Clock clock) {
        this.store = store;
        this.roles = roles;
        this.work = work;
        this.clock = clock;
    }

    /// @param lastUsed when the session was last used before this request
    /// @param places in how many places the person may act
    /// @param settledIn false while a role needs a one-time code that is not set up
    record Found(Actor actor, Instant lastUsed, int places, boolean settledIn) {}

    Optional<Found> bySession(String token) {
        return store.bySession(Tokens.hash(token), IDLE).flatMap(this::found);
    }

    Optional<Found> byToken(String token) {
        return store.byToken(Tokens.hash(token)).flatMap(this::found);
    }

    Optional<Found> byAccount(int account, int icb, int organisation) {
        return work.read(Scope.system(), () -> store.byAccount(account, icb, organisation))
                .flatMap(this::found);
    }

    private Optional<Found> found(SessionStore.Acting a) {
        if (a.roles().isEmpty()) {
            return Optional.empty();
        }
        var actor = new Actor(
                a.account(),
                a.name(),
                a.icb(),
                a.icbName(),
                a.organisation(),
                a.organisationName(),
                a.organisationCode(),
                a.roles(),
                a.roles().stream().map(roles::name).toList(),
                roles.permissionsOf(a.roles()),
                roles.reachOf(a.roles()),
                a.demonstration(),
                null);
        var settledIn = a.secondFactor() || a.demonstration() || !roles.requireSecondFactor(a.roles());
        return Optional.of(new Found(actor, a.lastUsed(), a.places(), settledIn));
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
    void sweep() {
        work.write(Scope.system(), () -> store.sweep(clock.instant().minus(IDLE)));
    }
}
