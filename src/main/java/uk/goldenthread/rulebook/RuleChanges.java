package uk.goldenthread.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.OwnMeasure;
import uk.goldenthread.catalogue.OwnMeasureRule;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.OwnSetting;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.rulebook.Consequences.Proposal;

/// Makes an ICB's own rules. Nothing is ever edited in place: a change is a further rule from a day on, with its
/// reason, and
/// what it changes is worked out anew in the same transaction.
@Service
public class RuleChanges {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Rules rules;
    private final RuleWrites writes;
    private final List<Consequences> consequences;
    private final Set<String> kinds;
    private final Reactions reactions;

    RuleChanges(
            UnitOfWork work,
            AccessPolicy policy,
            Rules rules,
            RuleWrites writes,
            OrganisationKind.Kinds kinds,
            Reactions reactions) {
        this.work = work;
        this.policy = policy;
        this.rules = rules;
        this.writes = writes;
        this.consequences = reactions.consequences();
        this.kinds = kinds.all().stream()
                .filter(kind -> kind.returns() != OrganisationKind.Returns.NONE)
                .map(OrganisationKind::code)
                .collect(Collectors.toUnmodifiableSet());
        this.reactions = reactions;
    }

    /// What follows a change, and the day it is made on.
    @org.springframework.stereotype.Component
    record Reactions(Ledger ledger, ApplicationEventPublisher events, List<Consequences> consequences, Clock clock) {}

    /// A rule somebody wants, its number one more than that of the last change they saw of the same thing.
    public record Wanted(OwnRule rule, String reason) {}

    /// What a wanted rule would change, in sentences; or every reason why it cannot be made.
    public Outcome<List<String>> preview(Actor actor, Wanted wanted) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.CATALOGUE_EDIT, Resource.ofIcb(actor.icb()));
            var before = rules.now();
            return Outcome.unless(problems(before, wanted), () -> {
                var after = new RuleBook(before.shipped(), before.own().and(wanted.rule()));
                var proposal = new Proposal(
                        changed(actor.icb(), wanted.rule()),
                        before,
                        after,
                        wanted.rule().from(),
                        today());
                return consequences.stream()
                        .flatMap(each -> each.of(proposal).stream())
                        .toList();
            });
        });
    }

    /// Makes the rule.
    ///
    /// @return every reason why it cannot be made
    /// @throws OptimisticLockingFailureException when somebody else changed the same thing since
    public Outcome<OwnRule> make(Actor actor, Wanted wanted) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.CATALOGUE_EDIT, Resource.ofIcb(actor.icb()));
            var reasons = problems(rules.now(), wanted);
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            var rule = wanted.rule();
            try {
                writes.add(actor.icb(), rule, wanted.reason().strip(), actor.account());
            } catch (DuplicateKeyException e) {
                throw new OptimisticLockingFailureException("somebody changed %s first".formatted(rule.subject()), e);
            }
            rules.changed();
            reactions
                    .ledger()
                    .record(
                            "RULE_CHANGED",
                            subject(rule.subject()),
                            Map.of(
                                    "number",
                                    rule.number(),
                                    "from",
                                    rule.from().toString(),
                                    "rule",
                                    RuleWords.of(rule),
                                    "reason",
                                    wanted.reason().strip()));
            reactions.events().publishEvent(changed(actor.icb(), rule));
            return Outcome.accepted(rule);
        });
    }

    /// What the ledger calls a measure or setting.
    static String subject(String code) {
        return "rule/" + code;
    }

    private List<Reason> problems(RuleBook book, Wanted wanted) {
        if (last(book, wanted.rule()) != wanted.rule().number() - 1) {
            throw new OptimisticLockingFailureException(
                    "%s was changed since it was read".formatted(wanted.rule().subject()));
        }
        return RuleChecks.problems(book, wanted.rule(), wanted.reason().strip(), kinds, today());
    }

    private static int last(RuleBook book, OwnRule rule) {
        var made =
                switch (rule) {
                    case OwnSetting setting -> book.valuesOf(setting.subject());
                    case OwnMeasureRule change -> book.changesOf(change.subject());
                    case OwnMeasure measure -> book.versionsOf(measure.subject());
                };
        return made.stream().mapToInt(OwnRule::number).max().orElse(0);
    }

    private static RulesChanged changed(int icb, OwnRule rule) {
        return switch (rule) {
            case OwnSetting setting -> new RulesChanged(icb, Set.of(), Set.of(setting.subject()));
            case OwnMeasureRule change -> new RulesChanged(icb, Set.of(change.subject()), Set.of());
            case OwnMeasure measure -> new RulesChanged(icb, Set.of(measure.subject()), Set.of());
        };
    }

    private LocalDate today() {
        return London.dateOf(reactions.clock().instant());
    }
}
