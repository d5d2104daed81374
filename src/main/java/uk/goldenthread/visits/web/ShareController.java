package uk.goldenthread.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.visits.Audits;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.model.AuditRules;
import uk.goldenthread.visits.model.AuditRules.Details;
import uk.goldenthread.visits.store.AuditStore.Audit;

/// The form that shares an audit, or the audit that repeats one.
@Controller
class ShareController {
    private final Audits audits;
    private final VisitReading reading;
    private final Directory directory;
    private final UnitOfWork work;

    ShareController(Audits audits, VisitReading reading, Directory directory, UnitOfWork work) {
        this.audits = audits;
        this.reading = reading;
        this.directory = directory;
        this.work = work;
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
        return FormPage.refused("visits/share", page(actor, typed, FieldErrors.of(outcome.reasons())));
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
                text(typed, "result"),
                text(typed, "confidence"),
                text(typed, "topic"),
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
                        : AuditWords.options(AuditWords.KINDS, "SINGLE_AGENCY", "ICB_COMMISSIONED", "MULTI_AGENCY"),
                AuditWords.options(AuditWords.CONFIDENCES, "ASSERTED", "EVIDENCED", "VALIDATED"),
                AuditWords.options(AuditWords.RESULTS, "OUTSTANDING", "GOOD", "REQUIRES_IMPROVEMENT", "INADEQUATE"),
                VisitTopics.questions(reading.template()),
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
                begun != null ? begun.details().topic() : text(typed, "topic"),
                text(typed, "sample"),
                text(typed, "met"),
                text(typed, "result"),
                typed.getOrDefault("confidence", "EVIDENCED"),
                text(typed, "learning"),
                DateParts.typed(typed, "from"),
                DateParts.typed(typed, "to"),
                DateParts.typed(typed, "again"));
    }
}
