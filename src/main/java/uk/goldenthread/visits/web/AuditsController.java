package uk.goldenthread.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.Audits;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.model.AuditRules;
import uk.goldenthread.visits.store.AuditStore.Audit;
import uk.goldenthread.visits.store.AuditStore.Details;

/// Audits: what was shared, and the chain of those that repeat each other.
@Controller
class AuditsController {
    private static final Map<String, String> KINDS = Map.of(
            "SINGLE_AGENCY", "The organisation's own",
            "ICB_COMMISSIONED", "Commissioned by the ICB",
            "MULTI_AGENCY", "Several agencies together",
            "RE_AUDIT", "Re-audit");
    private static final Map<String, String> CONFIDENCES = Map.of(
            "ASSERTED", "Said only", "EVIDENCED", "Shown by evidence", "VALIDATED", "Checked by a second person");

    private final Audits audits;
    private final VisitReading reading;
    private final Directory directory;
    private final UnitOfWork work;

    AuditsController(Audits audits, VisitReading reading, Directory directory, UnitOfWork work) {
        this.audits = audits;
        this.reading = reading;
        this.directory = directory;
        this.work = work;
    }

    @GetMapping("/audits")
    @Needs(Permission.VISIT_VIEW)
    ModelAndView list(Actor actor, AsAt asAt) {
        var found = audits.list(actor, asAt);
        var rows = found.stream()
                .map(audit -> List.of(
                        Cell.naming(audit.said().title(), asAt.on("/audits/" + audit.id())),
                        Cell.of(audit.organisationName()),
                        Cell.of(KINDS.get(audit.details().kind())),
                        Cell.of("%d of %d"
                                .formatted(audit.said().met(), audit.said().sample())),
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
        var page = new AuditPage.One(
                audit.said().title(),
                audit.organisationName(),
                sentence(audit),
                facts(audit),
                chain,
                audit.complete() || asAt.isPast() || !mayShare(actor) ? null : "/audits/new?repeats=" + id,
                asAt.on(""));
        return new ModelAndView("visits/audit", Map.of("page", page));
    }

    private static String sentence(Audit audit) {
        var met = "%d of %d met the standard. "
                .formatted(audit.said().met(), audit.said().sample());
        return audit.complete()
                ? met + "It was repeated, so the cycle is complete."
                : met
                        + "It is to be repeated by %s; until then the cycle is open."
                                .formatted(Dates.day(audit.said().reAuditDue()));
    }

    private static List<SummaryRow> facts(Audit audit) {
        var said = audit.said();
        return List.of(
                SummaryRow.of("Kind", KINDS.get(audit.details().kind())),
                SummaryRow.of("What was asked", said.question()),
                SummaryRow.of("Standard", or(audit.details().standard())),
                SummaryRow.of("Method", or(audit.details().method())),
                SummaryRow.of("Cases from", "%s to %s".formatted(Dates.day(said.from()), Dates.day(said.to()))),
                SummaryRow.of("How sure", CONFIDENCES.get(audit.details().confidence())),
                SummaryRow.of("What was learned", said.learning()),
                SummaryRow.of("Shared", "%s, %s".formatted(audit.sharedBy(), Dates.day(audit.sharedOn()))));
    }

    private static String or(String text) {
        return text.isBlank() ? "Not said" : text;
    }

    @GetMapping("/audits/new")
    @Needs(value = Permission.AUDIT_SHARE, or = Permission.VISIT_RECORD)
    ModelAndView form(Actor actor, @RequestParam Map<String, String> typed) {
        return new ModelAndView("visits/share", Map.of("page", page(actor, typed, FieldErrors.NONE)));
    }

    @PostMapping("/audits/new")
    @Needs(value = Permission.AUDIT_SHARE, or = Permission.VISIT_RECORD)
    ModelAndView share(Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var reasons = new ArrayList<Reason>();
        var from = day(typed, "from", reasons);
        var to = day(typed, "to", reasons);
        var again = day(typed, "again", reasons);
        var organisation = organisation(actor, typed);
        if (organisation == null) {
            reasons.add(Reason.house("organisation", "Choose the organisation."));
        }
        Outcome<Long> outcome =
                !reasons.isEmpty() || organisation == null || from == null || to == null || again == null
                        ? Outcome.refused(reasons)
                        : audits.share(
                                actor,
                                details(organisation, typed),
                                new AuditRules.Said(
                                        text(typed, "title"),
                                        text(typed, "question"),
                                        text(typed, "learning"),
                                        count(typed, "sample"),
                                        count(typed, "met"),
                                        from,
                                        to,
                                        again));
        if (outcome instanceof Outcome.Accepted<Long>(var id)) {
            Notices.leave(response, "The audit is shared.");
            return new ModelAndView("redirect:/audits/" + id);
        }
        var view =
                new ModelAndView("visits/share", Map.of("page", page(actor, typed, Forms.errors(outcome.reasons()))));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String name, List<Reason> reasons) {
        var day = DateParts.typed(typed, name).date();
        if (day.isEmpty()) {
            reasons.add(Reason.house(name, "Enter a date, such as 27 3 2027."));
        }
        return day.orElse(null);
    }

    private @Nullable Integer organisation(Actor actor, Map<String, String> typed) {
        if (!actor.reachesWholeIcb()) {
            return actor.organisation();
        }
        var repeats = repeats(typed);
        if (repeats != null) {
            return audits.one(actor, AsAt.PRESENT, repeats).details().organisation();
        }
        return work.read(actor.scope(), () -> directory.assuredBy(actor.icb(), text(typed, "organisation")))
                .map(each -> each.id())
                .orElse(null);
    }

    private static Details details(int organisation, Map<String, String> typed) {
        var repeats = repeats(typed);
        return new Details(
                organisation,
                repeats == null ? text(typed, "kind") : "RE_AUDIT",
                text(typed, "standard"),
                text(typed, "method"),
                text(typed, "confidence"),
                repeats);
    }

    private static @Nullable Long repeats(Map<String, String> typed) {
        var text = text(typed, "repeats");
        return text.matches("[1-9]\\d{0,17}") ? Long.valueOf(text) : null;
    }

    private static int count(Map<String, String> typed, String name) {
        var number = Forms.number(text(typed, name));
        return number == null ? -1 : number;
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private AuditPage.Form page(Actor actor, Map<String, String> typed, FieldErrors errors) {
        var repeats = repeats(typed);
        Audit first = repeats == null ? null : audits.one(actor, AsAt.PRESENT, repeats);
        if (first != null && first.complete()) {
            throw new HiddenException();
        }
        var organisations = new ArrayList<Option>();
        if (actor.reachesWholeIcb() && first == null) {
            organisations.add(Option.of("", "Choose"));
            work.read(actor.scope(), () -> directory.providersOf(actor.icb(), reading.today()))
                    .forEach(each -> organisations.add(Option.of(each.code(), each.name())));
        }
        return new AuditPage.Form(
                organisations,
                first != null
                        ? List.of()
                        : List.of("SINGLE_AGENCY", "ICB_COMMISSIONED", "MULTI_AGENCY").stream()
                                .map(kind -> Option.of(kind, KINDS.getOrDefault(kind, kind)))
                                .toList(),
                List.of("ASSERTED", "EVIDENCED", "VALIDATED").stream()
                        .map(each -> Option.of(each, CONFIDENCES.getOrDefault(each, each)))
                        .toList(),
                repeats == null ? "" : repeats.toString(),
                first == null ? null : first.said().title(),
                said(typed, first),
                errors);
    }

    /// What was typed; a re-audit begins with what the first one asked.
    private AuditPage.Said said(Map<String, String> typed, @Nullable Audit first) {
        var begun = typed.containsKey("title") ? null : first;
        return new AuditPage.Said(
                text(typed, "organisation"),
                typed.getOrDefault("kind", "SINGLE_AGENCY"),
                begun != null ? begun.said().title() : text(typed, "title"),
                begun != null ? begun.said().question() : text(typed, "question"),
                begun != null ? begun.details().standard() : text(typed, "standard"),
                begun != null ? begun.details().method() : text(typed, "method"),
                text(typed, "sample"),
                text(typed, "met"),
                typed.getOrDefault("confidence", "EVIDENCED"),
                text(typed, "learning"),
                DateParts.typed(typed, "from"),
                DateParts.typed(typed, "to"),
                DateParts.typed(typed, "again"));
    }
}
