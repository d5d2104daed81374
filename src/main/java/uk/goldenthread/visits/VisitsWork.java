package uk.goldenthread.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.store.AuditStore;
import uk.goldenthread.visits.store.FindingStore;
import uk.goldenthread.visits.store.VisitStore;

/// What visits and audits ask of a person.
@Component
class VisitsWork implements WorkSource {
    private static final int SOON = 30;
    private static final int MOST = 50;

    private final VisitStore store;
    private final FindingStore findings;
    private final AuditStore audits;
    private final VisitRules rules;
    private final ActionRegister actions;

    VisitsWork(VisitStore store, FindingStore findings, AuditStore audits, VisitRules rules, ActionRegister actions) {
        this.store = store;
        this.findings = findings;
        this.audits = audits;
        this.rules = rules;
        this.actions = actions;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        var items = new ArrayList<WorkItem>();
        if (actor.may(Permission.VISIT_RECORD)) {
            immediate(actor, items);
            for (var visit : store.in(actor.icb(), "CONFIRMED", "CARRIED_OUT", "DRAFT_REPORT", "FACTUAL_ACCURACY")) {
                toRecord(visit, items);
            }
        }
        if (actor.may(Permission.VISIT_PLAN)) {
            store.in(actor.icb(), "PLANNED").stream()
                    .filter(visit -> visit.plannedOn().isBefore(rules.today().plusDays(2L * SOON)))
                    .forEach(visit -> items.add(
                            item(visit, "Visits to confirm", "Fix the day", visit.plannedOn(), "You plan visits")));
        }
        if (actor.may(Permission.VISIT_RESPOND)) {
            items.addAll(plans(actor, "You answer for your organisation"));
            store.in(actor.icb(), "FACTUAL_ACCURACY").stream()
                    .filter(visit -> visit.happened().answered() == null)
                    .forEach(visit -> items.add(item(
                            visit,
                            "Reports to check",
                            "Check the facts of the draft report",
                            rules.clocks()
                                    .accuracy(Objects.requireNonNull(
                                            visit.happened().sent())),
                            "You answer for your organisation")));
        }
        if (actor.may(Permission.AUDIT_SHARE)) {
            audits.owed(actor.icb(), rules.today().plusDays(2L * SOON))
                    .forEach(audit -> items.add(new WorkItem(
                            "Audits to repeat",
                            "Repeat: " + audit.said().title(),
                            audit.organisationName(),
                            audit.said().reAuditDue(),
                            "An audit is complete when it was repeated",
                            "/audits/" + audit.id())));
        }
        return items.stream().limit(MOST).toList();
    }

    private void immediate(Actor actor, List<WorkItem> items) {
        for (var risk : risks(actor)) {
            if (risk.finding().writtenAt() == null) {
                items.add(item(
                        risk.visit(),
                        "Immediate risks",
                        "Confirm it in writing",
                        rules.clocks().written(risk.told()),
                        "It is confirmed within a working day"));
            }
        }
    }

    /// The provider's plan for an immediate risk is an action for it.
    private List<WorkItem> plans(Actor actor, String why) {
        return risks(actor).stream()
                .filter(risk -> !risk.planned())
                .map(risk -> item(
                        risk.visit(),
                        "Immediate risks",
                        "Plan what is done about it",
                        rules.clocks().plan(risk.told()),
                        why))
                .toList();
    }

    /// An immediate risk that stands.
    private record Risk(FindingStore.Finding finding, Visit visit, boolean planned) {
        Instant told() {
            return Objects.requireNonNull(finding.toldAt());
        }
    }

    private List<Risk> risks(Actor actor) {
        var found = findings.risks(actor.icb());
        if (found.isEmpty()) {
            return List.of();
        }
        var whose =
                store
                        .ofNumbers(
                                actor.icb(),
                                found.stream()
                                        .map(FindingStore.Finding::visit)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Visit::id, visit -> visit));
        var asked = actions.of(
                actor,
                found.stream().map(each -> Reference.of("finding", each.id())).toList());
        var risks = new ArrayList<Risk>();
        for (var finding : found) {
            var visit = whose.get(finding.visit());
            if (visit != null) {
                risks.add(new Risk(finding, visit, asked.containsKey(Reference.of("finding", finding.id()))));
            }
        }
        return risks;
    }

    private void toRecord(Visit visit, List<WorkItem> items) {
        var happened = visit.happened();
        var due = rules.clocks().next(visit.state(), happened.carriedOut(), happened.sent(), happened.answered());
        var waits = happened.sent() != null
                && happened.answered() == null
                && due != null
                && !rules.today().isAfter(due.by());
        if (due == null) {
            items.add(item(visit, "Visits", "Carry out the visit", visit.plannedOn(), "You carry out visits"));
        } else if (!waits) {
            items.add(item(visit, "Visit reports", due.what(), due.by(), "You write reports of visits"));
        }
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        if (!actor.may(Permission.VISIT_RECORD)) {
            return List.of();
        }
        var items = new ArrayList<>(plans(actor, "The provider plans within five working days"));
        store.in(actor.icb(), "FACTUAL_ACCURACY").stream()
                .filter(visit -> visit.happened().answered() == null)
                .forEach(visit -> items.add(item(
                        visit,
                        "Facts being checked",
                        "Draft report",
                        rules.clocks()
                                .accuracy(
                                        Objects.requireNonNull(visit.happened().sent())),
                        "The provider checks the facts")));
        return items;
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        return List.of();
    }

    private static WorkItem item(Visit visit, String kind, String what, @Nullable LocalDate by, String why) {
        return new WorkItem(kind, what, visit.organisationName(), by, why, "/visits/" + visit.id());
    }
}
