package uk.goldenthread.visits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.Audits;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.store.AuditStore.Audit;

/// Audits: what was shared, and the chain of those that repeat each other.
@Controller
class AuditsController {
    private final Audits audits;
    private final VisitReading reading;
    private final ActionRegister actions;

    AuditsController(Audits audits, VisitReading reading, ActionRegister actions) {
        this.audits = audits;
        this.reading = reading;
        this.actions = actions;
    }

    @GetMapping("/audits")
    @Needs(Permission.VISIT_VIEW)
    ModelAndView list(Actor actor, AsAt asAt) {
        var found = audits.list(actor, asAt);
        var rows = found.stream()
                .map(audit -> List.of(
                        Cell.naming(audit.said().title(), asAt.on("/audits/" + audit.id())),
                        Cell.of(audit.organisationName()),
                        Cell.of(AuditWords.KINDS.get(audit.details().kind())),
                        Cell.of("%d of %d"
                                .formatted(audit.said().met(), audit.said().sample())),
                        Cell.of(AuditWords.RESULTS.get(audit.details().result())),
                        Cell.of(Dates.day(audit.sharedOn())),
                        Cell.of(
                                audit.complete()
                                        ? "Repeated"
                                        : "By " + Dates.day(audit.said().reAuditDue()))))
                .toList();
        var page = new AuditPage.Listed(
                !asAt.isPast() && mayShare(actor),
                found.isEmpty()
                        ? "Audits appear here when they are shared."
                        : found.size() == 1 ? "1 audit." : found.size() + " audits, latest first.",
                List.of(
                        Column.text("Audit"),
                        Column.text("Organisation"),
                        Column.text("Kind"),
                        Column.text("Met the standard"),
                        Column.text("Result"),
                        Column.text("Shared"),
                        Column.text("Re-audit")),
                rows,
                asAt.on(""));
        return new ModelAndView("visits/audits", Map.of("page", page));
    }

    private static boolean mayShare(Actor actor) {
        return actor.may(Permission.AUDIT_SHARE) || actor.may(Permission.VISIT_RECORD);
    }

    @GetMapping("/audits/{id:\\d+}")
    @Needs(Permission.VISIT_VIEW)
    ModelAndView one(Actor actor, AsAt asAt, @PathVariable long id) {
        var audit = audits.one(actor, asAt, id);
        var chain = new ArrayList<Link>();
        if (audit.details().reAudits() != null) {
            chain.add(new Link(
                    "The audit it repeats", asAt.on("/audits/" + audit.details().reAudits())));
        }
        if (audit.again() != null) {
            chain.add(new Link("The audit that repeats it", asAt.on("/audits/" + audit.again())));
        }
        var reference = Reference.of("audit", id);
        var own = actor.organisation() == audit.details().organisation() && actor.may(Permission.ACTION_WORK);
        var acts = !asAt.isPast() && (own || actor.may(Permission.ACTION_PROPOSE));
        var page = new AuditPage.One(
                audit.said().title(),
                audit.organisationName(),
                sentence(audit),
                facts(audit),
                chain,
                actions.of(actor.at(asAt), List.of(reference)).getOrDefault(reference, List.of()),
                acts ? "/actions/new?for=%s&back=/audits/%d".formatted(reference, id) : null,
                audit.complete() || asAt.isPast() || !mayShare(actor) ? null : "/audits/new?repeats=" + id,
                asAt.on(""));
        return new ModelAndView("visits/audit", Map.of("page", page));
    }

    private static String sentence(Audit audit) {
        var met = "%d of %d met the standard: %s. "
                .formatted(
                        audit.said().met(),
                        audit.said().sample(),
                        AuditWords.RESULTS
                                .getOrDefault(audit.details().result(), "")
                                .toLowerCase(Locale.UK));
        return audit.complete()
                ? met + "It was repeated, so the cycle is complete."
                : met
                        + "It is to be repeated by %s; until then the cycle is open."
                                .formatted(Dates.day(audit.said().reAuditDue()));
    }

    private List<SummaryRow> facts(Audit audit) {
        var said = audit.said();
        return List.of(
                SummaryRow.of("Kind", AuditWords.KINDS.get(audit.details().kind())),
                SummaryRow.of("What was asked", said.question()),
                SummaryRow.of(
                        "Bears on",
                        or(VisitTopics.words(reading.template(), audit.details().topic()))),
                SummaryRow.of("Standard", or(audit.details().standard())),
                SummaryRow.of("Method", or(audit.details().method())),
                SummaryRow.of("Cases from", "%s to %s".formatted(Dates.day(said.from()), Dates.day(said.to()))),
                SummaryRow.of(
                        "How sure", AuditWords.CONFIDENCES.get(audit.details().confidence())),
                SummaryRow.of("What was learned", said.learning()),
                SummaryRow.of("Shared", "%s, %s".formatted(audit.sharedBy(), Dates.day(audit.sharedOn()))));
    }

    private static String or(String text) {
        return text.isBlank() ? "Not said" : text;
    }
}
