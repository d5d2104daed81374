package uk.goldenthread.actions;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.Roles;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.Verification;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.actions.store.ActionStore.Colleague;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Finds the action a person wants to change and asks the policy, before any rule is looked at.
@Component
class Found {
    private final ActionStore store;
    private final AccessPolicy policy;
    private final Roles roles;

    Found(ActionStore store, AccessPolicy policy, Roles roles) {
        this.store = store;
        this.policy = policy;
        this.roles = roles;
    }

    /// The action, locked.
    ///
    /// @throws HiddenException when there is none that this person may see
    Action locked(Actor actor, long id, Permission permission) {
        var action = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, permission, Resource.of(action.icb(), action.organisation()));
        return action;
    }

    /// Those who work for an organisation and may carry actions out there.
    List<Colleague> whoMayOwn(int organisation) {
        var working = roles.all().stream()
                .filter(role -> role.permissions().contains(Permission.ACTION_WORK.name()))
                .map(role -> role.code())
                .toList();
        return store.peopleAt(organisation).stream()
                .filter(person -> person.roles().stream().anyMatch(working::contains))
                .toList();
    }

    /// Why this person may not verify the action; empty when they may (BR-ACT-1).
    List<Reason> verification(Actor actor, Action action) {
        var works =
                store.peopleAt(action.organisation()).stream().anyMatch(person -> person.account() == actor.account());
        return new Verification(actor.account(), actor.organisation(), works)
                .reasons(action.organisation(), action.organisationName(), action.ownerAccount());
    }

    /// The refusal of a move that the action's state does not allow.
    static <T> Outcome<T> notNow(String message) {
        return Outcome.refused(List.of(Reason.house("", message)));
    }
}
