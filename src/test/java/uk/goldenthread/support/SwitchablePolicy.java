package uk.goldenthread.support;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.Roles;

/// The access policy, which a test may switch off to see that row-level security stands by itself.
@Component
@Primary
public class SwitchablePolicy extends AccessPolicy {
    private volatile boolean off;

    SwitchablePolicy(Roles roles) {
        super(roles);
    }

    /// Runs with a policy that allows everything.
    public void whileOff(Runnable work) {
        off = true;
        try {
            work.run();
        } finally {
            off = false;
        }
    }

    @Override
    public Decision decide(Actor actor, Permission permission, Resource resource) {
        return off ? new Decision.Allowed() : super.decide(actor, permission, resource);
    }

    @Override
    public Decision decide(Actor actor, Permission permission) {
        return off ? new Decision.Allowed() : super.decide(actor, permission);
    }
}
