package uk.goldenthread.figures.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Names;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.FigureRequest;
import uk.goldenthread.figures.FigureResult;
import uk.goldenthread.figures.MeasureWords;
import uk.goldenthread.figures.NamedFigures;
import uk.goldenthread.figures.Sources;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Explain this number: definition, parameters, as at, the rows behind it, and the thread from statute to
/// person.
@Controller
class FiguresController {
    private static final int ENTRIES_A_SOURCE = 20;
    private static final int SOURCES = 5;

    private final NamedFigures figures;
    private final MeasuresController.Ground ground;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Names names;
    private final Clock clock;
    private final Framework framework = Framework.load();

    FiguresController(NamedFigures figures, MeasuresController.Ground ground, Ledger ledger, Names names, Clock clock) {
        this.figures = figures;
        this.ground = ground;
        this.work = ground.work();
        this.ledger = ledger;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/figures/{name}")
    @Needs(Permission.FIGURE_VIEW)
    ModelAndView explain(Actor actor, AsAt asAt, @PathVariable String name, @RequestParam Map<String, String> asked) {
        var request = request(name, asked);
        FigureResult result;
        try {
            result = figures.work(request, actor, asAt.instant());
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
        }
        return new ModelAndView("figures/figure", Map.of("page", page(actor, asAt, request, result)));
    }

    private static FigureRequest request(String name, Map<String, String> asked) {
        var parameters = new TreeMap<>(asked);
        parameters.remove("asAt");
        try {
            return new FigureRequest(name, parameters);
        } catch (IllegalArgumentException notAName) {
            throw new HiddenException();
        }
    }

    private FigurePage page(Actor actor, AsAt asAt, FigureRequest request, FigureResult result) {
        var facts = new ArrayList<SummaryRow>();
        request.parameters()
                .forEach((name, value) -> facts.add(SummaryRow.of(capital(name), inWords(actor, asAt, name, value))));
        var instant = asAt.instant();
        facts.add(SummaryRow.of("As at", Dates.moment(instant == null ? clock.instant() : instant)));
        if (result.numerator() != null) {
            facts.add(SummaryRow.of("Numerator", plain(result.numerator())));
        }
        if (result.denominator() != null) {
            facts.add(SummaryRow.of("Denominator", plain(result.denominator())));
        }
        facts.add(SummaryRow.of("Address", request.address()));
        var columns = result.columns().stream().map(FiguresController::column).toList();
        var rows = result.rows().stream().map(FiguresController::row).toList();
        return new FigurePage(
                result.title(),
                value(result),
                result.definition(),
                facts,
                result.cautions(),
                columns,
                rows,
                thread(actor, result),
                result.chart());
    }

    private static String capital(String name) {
        return name.equals("kpi")
                ? "Measure"
                : name.equals("organisation") ? "Provider" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /// What a code in the address stands for; the code itself where nothing is known of it.
    private String inWords(Actor actor, AsAt asAt, String name, String value) {
        return switch (name) {
            case "kpi" ->
                ground.rules()
                        .of(actor, asAt)
                        .kpis()
                        .find(value)
                        .map(KpiDefinition::name)
                        .orElse(value);
            case "period" -> Period.find(value).map(Period::label).orElse(value);
            case "organisation" ->
                work.read(
                                actor.scope(),
                                asAt.instant(),
                                () -> ground.directory().assuredBy(actor.icb(), value))
                        .map(Organisation::name)
                        .orElse(value);
            default -> value;
        };
    }

    private static String plain(java.math.BigDecimal number) {
        return MeasureWords.number(number);
    }

    /// To one decimal; the exact value stays in the result.
    static String value(FigureResult result) {
        if (result.value() == null) {
            return "no data";
        }
        var number =
                uk.goldenthread.shell.components.Figures.decimal(result.value().doubleValue(), 1);
        return switch (result.unit()) {
            case "%" -> number + "%";
            case "count" -> number;
            case "yes or no" -> result.value().signum() > 0 ? "Yes" : "No";
            default -> number + " " + result.unit();
        };
    }

    private static Column column(String label) {
        return switch (label) {
            case "Numerator", "Denominator", "Value", "Times changed" -> Column.figures(label);
            default -> Column.text(label);
        };
    }

    private static List<Cell> row(FigureResult.Row row) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < row.cells().size(); i++) {
            var text = row.cells().get(i);
            boolean last = i == row.cells().size() - 1;
            if (i == 0) {
                cells.add(row.href() == null ? Cell.naming(text) : Cell.naming(text, row.href()));
            } else {
                cells.add(last && row.source() != null ? Cell.link(text, Sources.href(row.source())) : Cell.of(text));
            }
        }
        return cells;
    }

    /// From the statute at the top to the person at the bottom.
    private List<FigurePage.Knot> thread(Actor actor, FigureResult result) {
        var knots = new ArrayList<FigurePage.Knot>();
        for (var code : result.requirements()) {
            framework.find(code).ifPresent(requirement -> {
                knots.add(new FigurePage.Knot("Statute", String.join("; ", requirement.basis()), null, null));
                knots.add(new FigurePage.Knot(
                        "Requirement", "%s, %s: %s".formatted(framework.name(), code, requirement.duty()), null, null));
            });
        }
        knots.add(new FigurePage.Knot("Measure", result.definition(), null, null));
        knots.add(new FigurePage.Knot("Value", result.title() + ": " + value(result), null, result.chart()));
        var sources = new LinkedHashSet<String>();
        result.rows().forEach(row -> {
            if (row.source() != null) {
                sources.add(row.source());
            }
        });
        work.read(actor.scope(), () -> {
            sources.stream().limit(SOURCES).forEach(source -> addSource(source, knots));
            return true;
        });
        if (sources.size() > SOURCES) {
            knots.add(new FigurePage.Knot(
                    "Source", "and %d more, in the rows above".formatted(sources.size() - SOURCES), null, null));
        }
        return knots;
    }

    private void addSource(String source, List<FigurePage.Knot> knots) {
        knots.add(new FigurePage.Knot("Source", capital(Sources.words(source)), null, Sources.href(source)));
        var entries = ledger.about(source, ENTRIES_A_SOURCE);
        var who = names.of(entries.stream().map(Ledger.Entry::account).toList());
        for (var entry : entries.reversed()) {
            knots.add(new FigurePage.Knot(
                    "Person",
                    "%s: %s".formatted(who.getOrDefault(entry.account(), "Someone elsewhere"), act(entry.action())),
                    Dates.moment(entry.at()),
                    null));
        }
    }

    /// `RETURN_SUBMITTED` as people read it: "return submitted".
    private static String act(@Nullable String action) {
        return action == null ? "" : action.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
