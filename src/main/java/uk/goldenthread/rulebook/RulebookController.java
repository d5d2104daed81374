package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.Confidence;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// The rules in force today, to read.
@Controller
class RulebookController {
    private final Rules rules;
    private final OrganisationKind.Kinds kinds;
    private final Clock clock;
    private final Framework framework = Framework.load();

    RulebookController(Rules rules, OrganisationKind.Kinds kinds, Clock clock) {
        this.rules = rules;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping("/catalogue")
    @Needs(Permission.CATALOGUE_VIEW)
    ModelAndView show(Actor actor, AsAt asAt) {
        return new ModelAndView(
                "rulebook/rules",
                Map.of(
                        "page",
                        new RulesPage(
                                measures(rules.of(actor, asAt)),
                                warnings(rules.of(actor, asAt)),
                                numbers(rules.of(actor, asAt)))));
    }

    @GetMapping("/catalogue/{kpi}")
    @Needs(Permission.CATALOGUE_VIEW)
    ModelAndView measure(Actor actor, AsAt asAt, @PathVariable String kpi) {
        var book = rules.of(actor, asAt);
        var definition = book.kpis().asOf(today()).find(kpi).orElseThrow(HiddenException::new);
        var duties = definition.requirements().stream()
                .sorted()
                .map(code -> framework.find(code).orElseThrow())
                .map(r -> new MeasurePage.Duty(r.code(), r.duty(), String.join("; ", r.basis())))
                .toList();
        return new ModelAndView(
                "rulebook/measure",
                Map.of("page", new MeasurePage(definition.code(), definition.name(), rows(definition), duties)));
    }

    private RulesPage.Table measures(RuleBook book) {
        var rows = book.kpis().asOf(today()).definitions().stream()
                .map(k -> List.of(
                        Cell.naming(k.code() + " " + k.name(), "/catalogue/" + k.code()),
                        Cell.of(target(k)),
                        Cell.of(words(k.frequency())),
                        Cell.of(k.priority() ? "Yes" : "")))
                .toList();
        return new RulesPage.Table(
                "Measures",
                List.of(
                        Column.text("Measure"),
                        Column.figures("Target"),
                        Column.text("How often"),
                        Column.text("Priority")),
                rows);
    }

    private RulesPage.Table warnings(RuleBook book) {
        var settings = book.settings(today());
        var rows = settings.warnings().stream()
                .map(w -> List.of(
                        Cell.naming(w.code() + " " + w.name()),
                        Cell.of(w.words()),
                        Cell.of(w.provenance().source()),
                        Cell.of(words(w.provenance().confidence()))))
                .toList();
        return new RulesPage.Table(
                "Warning rules",
                List.of(Column.text("Rule"), Column.text("When"), Column.text("Source"), Column.text("How sure")),
                rows);
    }

    private RulesPage.Table numbers(RuleBook book) {
        var settings = book.settings(today());
        var rows = settings.all().stream()
                .map(s -> List.of(
                        Cell.naming(s.name()),
                        Cell.of(plain(settings.decimal(s.code()))),
                        Cell.of(s.range()),
                        Cell.of(s.provenance().source()),
                        Cell.of(words(s.provenance().confidence()))))
                .toList();
        return new RulesPage.Table(
                "Settings",
                List.of(
                        Column.text("Setting"),
                        Column.figures("Value"),
                        Column.text("May be"),
                        Column.text("Source"),
                        Column.text("How sure")),
                rows);
    }

    private List<SummaryRow> rows(KpiDefinition k) {
        return List.of(
                SummaryRow.of("Counted", k.numerator()),
                SummaryRow.of("Out of", Objects.requireNonNullElse(k.denominator(), "nothing: a single number")),
                SummaryRow.of("Target", target(k)),
                SummaryRow.of(
                        "Judged on at least",
                        k.minimumDenominator() == 0 ? "any number" : Integer.toString(k.minimumDenominator())),
                SummaryRow.of("How often", words(k.frequency())),
                SummaryRow.of(
                        "Who gives it",
                        k.profile().stream()
                                .map(code -> kinds.find(code)
                                        .map(OrganisationKind::name)
                                        .orElse(code))
                                .sorted()
                                .collect(Collectors.joining(", "))),
                SummaryRow.of("Where it comes from", k.dataSource()),
                SummaryRow.of("Priority in the composite score", k.priority() ? "Yes" : "No"),
                SummaryRow.of(
                        "In force",
                        "version %d, from %s"
                                .formatted(k.version(), Dates.day(k.inForce().from()))),
                SummaryRow.of(
                        "Source",
                        k.provenance().source() + " (" + words(k.provenance().confidence()) + ")"));
    }

    private static String target(KpiDefinition k) {
        if (k.target() == null) {
            return "watched, no target";
        }
        var bound = k.direction() == KpiDefinition.Direction.LOWER ? "at most " : "at least ";
        return bound + plain(k.target()) + (k.unit() == KpiDefinition.Unit.PERCENT ? "%" : "");
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static String words(KpiDefinition.Frequency frequency) {
        return frequency.name().charAt(0) + frequency.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String words(Confidence confidence) {
        return confidence.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.LONDON);
    }
}
