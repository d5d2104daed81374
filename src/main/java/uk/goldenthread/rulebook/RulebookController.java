package uk.goldenthread.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// The rules in force on a day, to read.
@Controller
class RulebookController {
    private final Rules rules;
    private final RulePages pages;
    private final Clock clock;

    RulebookController(Rules rules, RulePages pages, Clock clock) {
        this.rules = rules;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/catalogue")
    @Needs(Permission.CATALOGUE_VIEW)
    ModelAndView show(Actor actor, AsAt asAt) {
        var book = rules.of(actor, asAt);
        var day = day(asAt);
        var tables = List.of(measures(book, day), warnings(book, day), numbers(book, day));
        var page = new RulesPage(state(book), mayEdit(actor, asAt), tables);
        return new ModelAndView("rulebook/rules", Map.of("page", page));
    }

    @GetMapping("/catalogue/{kpi}")
    @Needs(Permission.CATALOGUE_VIEW)
    ModelAndView measure(Actor actor, AsAt asAt, @PathVariable String kpi) {
        var page = pages.measure(new RulePages.Asked(actor, asAt, day(asAt)), kpi);
        return new ModelAndView("rulebook/rule", Map.of("page", page.orElseThrow(HiddenException::new)));
    }

    @GetMapping("/catalogue/settings/{code}")
    @Needs(Permission.CATALOGUE_VIEW)
    ModelAndView setting(Actor actor, AsAt asAt, @PathVariable String code) {
        var page = pages.setting(new RulePages.Asked(actor, asAt, day(asAt)), code);
        return new ModelAndView("rulebook/rule", Map.of("page", page.orElseThrow(HiddenException::new)));
    }

    private LocalDate day(AsAt asAt) {
        var instant = asAt.instant();
        return London.dateOf(instant == null ? clock.instant() : instant);
    }

    static boolean mayEdit(Actor actor, AsAt asAt) {
        return !asAt.isPast() && actor.may(Permission.CATALOGUE_EDIT);
    }

    private static String state(RuleBook book) {
        var own = book.own();
        long all = own.changes().stream().map(each -> each.kpi()).distinct().count()
                + own.measures().stream().map(each -> each.subject()).distinct().count()
                + own.settings().stream().map(each -> each.subject()).distinct().count();
        if (all == 0) {
            return "Every rule is as shipped: this ICB has decided none of its own.";
        }
        return "This ICB has decided %d %s itself; the shipped one stands beside each."
                .formatted(all, all == 1 ? "rule" : "rules");
    }

    private static RulesPage.Table measures(RuleBook book, LocalDate day) {
        var inForce = book.kpis().asOf(day);
        var rows = book.kpis().definitions().stream()
                .map(KpiDefinition::code)
                .distinct()
                .map(code -> measure(
                        inForce.find(code).or(() -> book.kpis().on(code, day)).orElseThrow(),
                        book,
                        inForce.find(code).isPresent(),
                        day))
                .toList();
        return new RulesPage.Table(
                "Measures",
                List.of(
                        Column.text("Measure"),
                        Column.figures("Target"),
                        Column.text("How often"),
                        Column.text("Priority"),
                        Column.text("Rule")),
                rows);
    }

    private static List<Cell> measure(KpiDefinition kpi, RuleBook book, boolean asked, LocalDate day) {
        return List.of(
                Cell.naming(kpi.code() + " " + kpi.name(), "/catalogue/" + kpi.code()),
                Cell.of(RuleWords.target(kpi)),
                Cell.of(RuleWords.words(kpi.frequency())),
                Cell.of(kpi.priority() ? "Yes" : ""),
                Cell.of(RulePages.standing(kpi, book, asked, day)));
    }

    private static RulesPage.Table warnings(RuleBook book, LocalDate day) {
        var settings = book.settings(day);
        var rows = settings.warnings().stream()
                .map(warning -> {
                    var active = warning.code() + ".active";
                    var inUse = settings.setting(active).inUse();
                    return List.of(
                            Cell.naming(warning.code() + " " + warning.name()),
                            Cell.of(warning.words()),
                            Cell.of(inUse ? settings.on(active) ? "On" : "Off" : "Not built yet"),
                            Cell.of(RuleWords.words(warning.provenance().confidence())));
                })
                .toList();
        return new RulesPage.Table(
                "Warning rules",
                List.of(Column.text("Rule"), Column.text("When"), Column.text("Used"), Column.text("How sure")),
                rows);
    }

    private static RulesPage.Table numbers(RuleBook book, LocalDate day) {
        var settings = book.settings(day);
        var rows = settings.all().stream()
                .map(setting -> List.of(
                        Cell.naming(RulePages.name(book, setting), "/catalogue/settings/" + setting.code()),
                        Cell.of(RuleWords.value(setting, settings.decimal(setting.code()))),
                        Cell.of(settings.isOverridden(setting.code()) ? RuleWords.value(setting, setting.value()) : ""),
                        Cell.of(setting.inUse() ? "" : "Nothing reads it yet")))
                .toList();
        return new RulesPage.Table(
                "Settings",
                List.of(
                        Column.text("Setting"),
                        Column.figures("Value"),
                        Column.figures("Shipped, where this differs"),
                        Column.text("In use")),
                rows);
    }
}
