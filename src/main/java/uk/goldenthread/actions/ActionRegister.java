package uk.goldenthread.actions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Proposal;
import uk.goldenthread.actions.model.Standing;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.actions.store.ActionList;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.organisations.Directory;

/// What other modules ask of the register: to propose an action for something they found, and which
/// actions something asked for.
@Service
public class ActionRegister {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ActionWrites writes;
    private final ActionList list;
    private final ActionRules rules;
    private final Directory directory;
    private final Story story;

    ActionRegister(
            UnitOfWork work,
            AccessPolicy policy,
            ActionWrites writes,
            ActionList list,
            ActionRules rules,
            Directory directory,
            Story story) {
        this.work = work;
        this.policy = policy;
        this.writes = writes;
        this.list = list;
        this.rules = rules;
        this.directory = directory;
        this.story = story;
    }

    /// Proposes an action. What an organisation proposes for itself it has accepted, and the person
    /// who does owns it.
    ///
    /// @return its number; refused with every reason, each at its field
    public Outcome<Long> propose(Actor actor, NewAction wanted) {
        return work.write(actor.scope(), () -> {
            var own = actor.organisation() == wanted.organisation() && actor.may(Permission.ACTION_WORK);
            policy.require(
                    actor,
                    own ? Permission.ACTION_WORK : Permission.ACTION_PROPOSE,
                    Resource.of(actor.icb(), wanted.organisation()));
            var reasons = problems(actor, wanted);
            return Outcome.unless(reasons, () -> add(actor, wanted, own));
        });
    }

    private List<Reason> problems(Actor actor, NewAction wanted) {
        var reasons = new ArrayList<Reason>();
        var ofIcb = wanted.organisation() == actor.icb()
                || directory.providersOf(actor.icb(), rules.today()).stream()
                        .anyMatch(each -> each.id() == wanted.organisation());
        if (!ofIcb) {
            reasons.add(Reason.house("organisation", "Choose one of the organisations that your ICB assures."));
        }
        reasons.addAll(Proposal.problems(plan(wanted), wanted.due(), rules.today(), rules.limits()));
        if (!wanted.theme().isEmpty() && rules.theme(wanted.theme()).isEmpty()) {
            reasons.add(Reason.house("theme", "Choose one of the themes."));
        }
        if (wanted.everyMonths() != null && !List.of(1, 3, 6, 12).contains(wanted.everyMonths())) {
            reasons.add(Reason.house("every", "Choose how often it comes again."));
        }
        return reasons;
    }

    private Long add(Actor actor, NewAction wanted, boolean own) {
        var by = story.by(actor);
        var action = new ActionWrites.New(
                actor.icb(),
                wanted.organisation(),
                plan(wanted),
                own ? new Action.Owner(actor.account(), actor.name()) : null,
                own ? new ActionState.Proposed().accept() : new ActionState.Proposed(),
                wanted.due(),
                wanted.everyMonths(),
                wanted.due(),
                null);
        long id = writes.add(action, by).orElseThrow();
        writes.sources(id, actor.icb(), wanted.organisation(), wanted.sources());
        writes.step(id, actor.icb(), wanted.organisation(), by, "PROPOSED", "");
        var sources = wanted.sources().stream().map(Reference::toString).toList();
        story.announce(actor.icb(), wanted.organisation(), id, "PROPOSED", Map.of("sources", sources));
        return id;
    }

    private static Action.Plan plan(NewAction wanted) {
        return new Action.Plan(
                wanted.title().strip(),
                wanted.outcome().strip(),
                wanted.measure().strip(),
                wanted.theme(),
                wanted.priority(),
                wanted.critical(),
                wanted.expects());
    }

    /// The actions that each of these things asked for, soonest due first; a thing without any is
    /// not in the map. One statement, as far as the person may see. Called inside a unit of work or
    /// outside one.
    public Map<Reference, List<ActionSummary>> of(Actor actor, Collection<Reference> sources) {
        if (sources.isEmpty() || !actor.may(Permission.ACTION_VIEW)) {
            return Map.of();
        }
        return work.read(actor.scope(), () -> {
            var found = new LinkedHashMap<Reference, List<ActionSummary>>();
            list.ofSources(actor.icb(), sources)
                    .forEach(each -> found.computeIfAbsent(each.source(), _ -> new ArrayList<>())
                            .add(summary(each.row())));
            return found;
        });
    }

    private ActionSummary summary(ActionList.Row row) {
        // whether it is stalled is not told here, so that the number it rests on need not be read
        var standing = Standing.of(
                row.state(),
                new Standing.Dates(row.due(), row.extensions(), ActionRules.day(row.updatedAt()), null),
                rules.today(),
                Integer.MAX_VALUE);
        return new ActionSummary(
                row.id(),
                row.title(),
                States.words(row.state()),
                standing.colour() == Standing.Colour.BLUE,
                row.due(),
                standing.overdue(),
                row.ownerName(),
                "/actions/" + row.id());
    }
}
