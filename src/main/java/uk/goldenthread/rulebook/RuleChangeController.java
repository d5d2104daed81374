package uk.goldenthread.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
import uk.goldenthread.catalogue.Catalogue;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.rulebook.RuleChanges.Wanted;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.forms.FormPage;

/// Changes a rule: a form, then what the change would do, then the change.
@Controller
class RuleChangeController {
    private static final String MEASURE = "/catalogue/{kpi}/change";
    private static final String SETTING = "/catalogue/settings/{code}/change";
    private static final String BEGUN = "/catalogue/own/new";

    private final Rules rules;
    private final RuleChanges changes;
    private final RulePages pages;
    private final Clock clock;
    private final Catalogue shipped = Catalogue.load();

    RuleChangeController(Rules rules, RuleChanges changes, RulePages pages, Clock clock) {
        this.rules = rules;
        this.changes = changes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(MEASURE)
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView measure(Actor actor, @PathVariable String kpi, @RequestParam(defaultValue = "") String as) {
        return blank(actor, of(actor, kpi), as);
    }

    @PostMapping(MEASURE)
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView measure(
            Actor actor,
            @PathVariable String kpi,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response) {
        return answer(actor, of(actor, kpi), new RuleForm(typed), response);
    }

    @GetMapping(SETTING)
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView setting(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String as) {
        return blank(actor, setting(code), as);
    }

    @PostMapping(SETTING)
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView setting(
            Actor actor,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response) {
        return answer(actor, setting(code), new RuleForm(typed), response);
    }

    @GetMapping(BEGUN)
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView begin(Actor actor) {
        return blank(actor, new OwnMeasureForm(null, pages, shipped), "");
    }

    @PostMapping(BEGUN)
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView begin(Actor actor, @RequestParam MultiValueMap<String, String> typed, HttpServletResponse response) {
        return answer(actor, new OwnMeasureForm(null, pages, shipped), new RuleForm(typed), response);
    }

    private RuleBook book(Actor actor) {
        return rules.of(actor, AsAt.PRESENT);
    }

    private ChangeForm of(Actor actor, String kpi) {
        var book = book(actor);
        if (!book.versionsOf(kpi).isEmpty()) {
            return new OwnMeasureForm(kpi, pages, shipped);
        }
        if (book.shipped().kpis().find(kpi).isEmpty()) {
            throw new HiddenException();
        }
        return new MeasureForm(kpi, pages, shipped.kinds());
    }

    private ChangeForm setting(String code) {
        return shipped.settings().all().stream()
                .filter(setting -> setting.code().equals(code) && setting.inUse())
                .findFirst()
                .map(SettingForm::new)
                .orElseThrow(HiddenException::new);
    }

    private ModelAndView blank(Actor actor, ChangeForm form, String as) {
        var book = book(actor);
        var filled = form.filled(book, today(), as.equals("shipped"));
        return show(form.page(book, today(), filled, FieldErrors.NONE));
    }

    private ModelAndView answer(Actor actor, ChangeForm form, RuleForm typed, HttpServletResponse response) {
        var book = book(actor);
        if (typed.get("step").equals("edit")) {
            return show(form.page(book, today(), typed, FieldErrors.NONE));
        }
        var rule = form.read(book, typed);
        if (rule.isEmpty()) {
            return show(form.page(book, today(), typed, typed.errors()));
        }
        var wanted = new Wanted(rule.get(), typed.get("reason"));
        try {
            return typed.get("step").equals("confirm")
                    ? made(actor, form, typed, wanted, response)
                    : review(actor, form, typed, wanted);
        } catch (OptimisticLockingFailureException e) {
            return conflict(actor, form, typed, rule.get());
        }
    }

    private ModelAndView made(
            Actor actor, ChangeForm form, RuleForm typed, Wanted wanted, HttpServletResponse response) {
        return switch (changes.make(actor, wanted)) {
            case Outcome.Accepted<OwnRule> accepted -> {
                Notices.leave(response, "The rule is changed. What it judges was worked out anew.");
                yield new ModelAndView("redirect:/catalogue/"
                        + (form instanceof SettingForm ? "settings/" : "")
                        + accepted.value().subject());
            }
            case Outcome.Refused<OwnRule>(var reasons) -> refused(actor, form, typed, reasons);
        };
    }

    private ModelAndView review(Actor actor, ChangeForm form, RuleForm typed, Wanted wanted) {
        return switch (changes.preview(actor, wanted)) {
            case Outcome.Accepted<List<String>>(var effects) ->
                new ModelAndView(
                        "rulebook/review",
                        Map.of("page", reviewed(book(actor), form, typed, wanted.rule(), effects, null)));
            case Outcome.Refused<List<String>>(var reasons) -> refused(actor, form, typed, reasons);
        };
    }

    private ReviewPage reviewed(
            RuleBook book,
            ChangeForm form,
            RuleForm typed,
            OwnRule rule,
            List<String> effects,
            @Nullable List<SummaryRow> theirs) {
        var rows = new java.util.ArrayList<>(form.words(book, rule));
        rows.add(SummaryRow.of("Why", typed.get("reason")));
        return new ReviewPage(
                theirs == null ? "Check what this changes" : "Somebody else changed this rule meanwhile",
                form.subject(book),
                form.action(),
                form.back(),
                rows,
                effects,
                theirs == null ? typed.seen() : form.last(book),
                typed.hidden(),
                theirs);
    }

    /// Both versions beside each other, nothing typed lost.
    private ModelAndView conflict(Actor actor, ChangeForm form, RuleForm typed, OwnRule mine) {
        var book = book(actor);
        var theirs = pages.latest(new RulePages.Asked(actor, AsAt.PRESENT, today()), mine.subject());
        var page = reviewed(book, form, typed, mine, List.of(), theirs);
        var view = new ModelAndView("rulebook/review", Map.of("page", page));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private ModelAndView refused(Actor actor, ChangeForm form, RuleForm typed, List<Reason> reasons) {
        var errors = new FieldErrors(reasons.stream()
                .map(each -> new FieldError(each.field(), each.message()))
                .toList());
        return show(form.page(book(actor), today(), typed, errors));
    }

    private static ModelAndView show(ChangePage page) {
        return FormPage.of("rulebook/change", page, page.errors());
    }

    private LocalDate today() {
        return London.dateOf(clock.instant());
    }
}
