package uk.goldenthread.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.Action.Owner;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Extensions;
import uk.goldenthread.actions.model.Extensions.Approver;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.database.Changes;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Changes several actions at once: owner, due date with a reason, theme. All or none, and with as many
/// statements as one. What says that an action is done or ends it is never done in bulk (BR-ACT-5).
@Service
public class BulkEdit {
    /// The most that change at once.
    public static final int MOST = 200;

    private final UnitOfWork work;
    private final ActionStore store;
    private final ActionWrites writes;
    private final AccessPolicy policy;
    private final ActionRules rules;
    private final Found found;
    private final Story story;

    BulkEdit(
            UnitOfWork work,
            ActionStore store,
            ActionWrites writes,
            AccessPolicy policy,
            ActionRules rules,
            Found found,
            Story story) {
        this.work = work;
        this.store = store;
        this.writes = writes;
        this.policy = policy;
        this.rules = rules;
        this.found = found;
        this.story = story;
    }

    /// What changes; null leaves it as it is.
    ///
    /// @param owner an account at the organisation that carries the actions out
    /// @param due the later date, which counts as an extension of each
    /// @param reason why the date moves
    /// @param minute the committee's, for actions whose date has moved as often as it may without
    public record Wanted(
            @Nullable Integer owner,
            @Nullable LocalDate due,
            String reason,
            String minute,
            @Nullable String theme) {}

    /// Changes all of them, or none and says of each why not.
    ///
    /// @return how many changed
    public Outcome<Integer> edit(Actor actor, Collection<Long> ids, Wanted wanted) {
        return work.write(actor.scope(), () -> {
            var reasons = new ArrayList<>(unusable(ids, wanted));
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            var actions = store.lock(actor.icb(), ids);
            if (actions.size() < ids.stream().distinct().count()) {
                throw new HiddenException();
            }
            actions.forEach(action -> require(actor, action, wanted));
            var owners = owners(actions, wanted.owner());
            actions.forEach(action -> reasons.addAll(problems(actor, action, wanted, owners)));
            return Outcome.unless(reasons, () -> {
                change(actor, actions, wanted, owners);
                return actions.size();
            });
        });
    }

    private List<Reason> unusable(Collection<Long> ids, Wanted wanted) {
        var reasons = new ArrayList<Reason>();
        if (ids.isEmpty() || ids.size() > MOST) {
            reasons.add(Reason.house("action", "Choose from 1 to %d actions.".formatted(MOST)));
        }
        if (wanted.owner() == null && wanted.due() == null && wanted.theme() == null) {
            reasons.add(Reason.house("theme", "Say what to change: the owner, the due date or the theme."));
        }
        if (wanted.theme() != null
                && !wanted.theme().isEmpty()
                && rules.theme(wanted.theme()).isEmpty()) {
            reasons.add(Reason.house("theme", "Choose one of the themes."));
        }
        return reasons;
    }

    private void require(Actor actor, Action action, Wanted wanted) {
        var resource = Resource.of(action.icb(), action.organisation());
        policy.require(actor, Permission.ACTION_VIEW, resource);
        if (wanted.owner() != null) {
            policy.require(actor, Permission.ACTION_WORK, resource);
        }
        if (wanted.due() != null) {
            policy.require(actor, Permission.ACTION_EXTEND, resource);
        }
        if (wanted.theme() != null && !actor.may(Permission.ACTION_WORK)) {
            policy.require(actor, Permission.ACTION_PROPOSE, resource);
        }
    }

    private List<Reason> problems(Actor actor, Action action, Wanted wanted, Map<Integer, Owner> owners) {
        var reasons = new ArrayList<Reason>();
        if (!(action.state() instanceof ActionState.Unfinished)) {
            reasons.add(Reason.house("", "It has ended, so nothing of it changes."));
        }
        if (wanted.owner() != null && !owners.containsKey(action.organisation())) {
            reasons.add(Reason.house("owner", "Choose somebody who works there and may carry actions out."));
        }
        if (wanted.due() != null) {
            reasons.addAll(Extensions.problems(action, wanted.due(), wanted.reason(), rules.today(), rules.limits()));
            var approver = new Approver(actor.organisation(), actor.may(Permission.ACTION_CLOSE));
            reasons.addAll(Extensions.refusals(action, approver, wanted.minute(), rules.limits()));
        }
        return reasons.stream()
                .map(reason -> new Reason(
                        field(reason.field()),
                        "%s: %s".formatted(action.plan().title(), reason.message()),
                        reason.clause()))
                .toList();
    }

    /// How this form names the fields of the form for one.
    private static String field(String ofOne) {
        return switch (ofOne) {
            case "to" -> "due";
            case "words" -> "reason";
            default -> ofOne;
        };
    }

    /// The owner that is wanted, by each organisation where that person may carry actions out.
    private Map<Integer, Owner> owners(List<Action> actions, @Nullable Integer wanted) {
        var owners = new HashMap<Integer, Owner>();
        if (wanted != null) {
            actions.stream()
                    .map(Action::organisation)
                    .distinct()
                    .forEach(organisation -> found.whoMayOwn(organisation).stream()
                            .filter(person -> person.account() == wanted)
                            .findFirst()
                            .ifPresent(person -> owners.put(organisation, new Owner(person.account(), person.name()))));
        }
        return owners;
    }

    private void change(Actor actor, List<Action> actions, Wanted wanted, Map<Integer, Owner> owners) {
        var by = story.by(actor);
        var change = Changes.none();
        var said = new ArrayList<String>();
        if (wanted.owner() != null) {
            var owner = owners.values().iterator().next();
            change.set("owner", owner.account()).set("owner_name", owner.name());
            said.add("Owner: " + owner.name());
        }
        if (wanted.theme() != null) {
            change.set("theme", wanted.theme());
            said.add("Theme: " + rules.theme(wanted.theme()).orElse("none"));
        }
        if (wanted.due() != null) {
            var minute = wanted.minute().isBlank() ? null : wanted.minute().strip();
            writes.extensions(actions, by, wanted.due(), wanted.reason().strip(), minute);
            change.set("due_on", wanted.due()).raise("extensions");
            said.add(wanted.reason().strip());
        }
        story.steps(actions, by, change, wanted.due() == null ? "EDITED" : "EXTENDED", String.join("; ", said));
    }
}
