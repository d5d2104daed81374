package uk.goldenthread.intelligence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.Theme;
import uk.goldenthread.intelligence.Heard;
import uk.goldenthread.intelligence.HeardSource;
import uk.goldenthread.intelligence.Intelligence;
import uk.goldenthread.intelligence.Intelligence.Asked;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// What was heard of providers: the list, one of them, and writing it down.
@Controller
class IntelligenceController {
    private final Intelligence intelligence;

    IntelligenceController(Intelligence intelligence) {
        this.intelligence = intelligence;
    }

    @Bean
    static NavigationEntry intelligenceEntry() {
        return new NavigationEntry(55, "What is heard", "/intelligence", Permission.INTELLIGENCE_VIEW);
    }

    @GetMapping("/intelligence")
    @Needs(Permission.INTELLIGENCE_VIEW)
    ModelAndView list(
            Actor actor,
            AsAt asAt,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String show) {
        var all = show.equals("all");
        var heard = intelligence.list(actor, asAt, new Asked(provider, all));
        var themes = themes();
        var instant = asAt.instant();
        var page = new IntelligencePage(
                state(heard.size(), all),
                actor.may(Permission.INTELLIGENCE_RECORD),
                providers(actor, "Every provider"),
                provider,
                all,
                List.of(
                        Column.text("Heard on"),
                        Column.text("Provider"),
                        Column.text("Where"),
                        Column.text("About"),
                        Column.text("What was said")),
                heard.stream().map(each -> row(each, themes, asAt)).toList(),
                instant == null ? null : instant.toString());
        return new ModelAndView("intelligence/list", Map.of("page", page));
    }

    private static String state(int count, boolean all) {
        var what = all ? "written down" : "that count";
        if (count == Intelligence.MOST) {
            return "The newest %d remarks %s. Choose a provider to see older ones.".formatted(count, what);
        }
        return count == 1
                ? "1 remark %s.".formatted(all ? what : "that counts")
                : "%d remarks %s.".formatted(count, what);
    }

    private Map<String, String> themes() {
        return intelligence.themes().stream().collect(Collectors.toMap(Theme::code, Theme::name));
    }

    private List<Option> providers(Actor actor, String none) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", none));
        intelligence.providers(actor).forEach(each -> options.add(Option.of(each.code(), each.name())));
        return options;
    }

    private static List<Cell> row(Heard heard, Map<String, String> themes, AsAt asAt) {
        return List.of(
                Cell.naming(Dates.day(heard.heardOn()), asAt.on("/intelligence/" + heard.id())),
                Cell.of(heard.provider()),
                Cell.of(heard.source().words()),
                Cell.of(themes.getOrDefault(heard.theme(), heard.theme())),
                Cell.of((heard.praises() ? "Praise: " : "")
                        + heard.words()
                        + (heard.closedOn() == null ? "" : " (Counts no more.)")));
    }

    @GetMapping("/intelligence/new")
    @Needs(Permission.INTELLIGENCE_RECORD)
    ModelAndView form(Actor actor, @RequestParam Map<String, String> typed) {
        return form(actor, typed, FieldErrors.NONE);
    }

    private ModelAndView form(Actor actor, Map<String, String> typed, FieldErrors errors) {
        var themes = new ArrayList<Option>();
        themes.add(Option.of("", "Choose"));
        intelligence.themes().forEach(theme -> themes.add(Option.of(theme.code(), theme.name())));
        var page = new RecordPage(
                providers(actor, "Choose"),
                Arrays.stream(HeardSource.values())
                        .map(source -> Option.of(source.name(), source.words()))
                        .toList(),
                themes,
                typed,
                DateParts.typed(typed, "heardOn"),
                errors);
        return FormPage.of("intelligence/new", page, errors);
    }

    @PostMapping("/intelligence/new")
    @Needs(Permission.INTELLIGENCE_RECORD)
    ModelAndView add(Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var outcome = intelligence.add(
                actor,
                new Intelligence.New(
                        typed.getOrDefault("provider", ""),
                        typed.getOrDefault("source", ""),
                        typed.getOrDefault("theme", ""),
                        typed.getOrDefault("words", ""),
                        DateParts.typed(typed, "heardOn").date().orElse(null),
                        "PRAISE".equals(typed.get("bearing"))));
        if (outcome.isAccepted()) {
            Notices.leave(response, "Written down. It is set beside what the provider claims.");
            return new ModelAndView("redirect:/intelligence");
        }
        return form(actor, typed, FieldErrors.of(outcome.reasons()));
    }

    @GetMapping("/intelligence/{id:\\d+}")
    @Needs(Permission.INTELLIGENCE_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        return one(actor, intelligence.one(actor, asAt, id), asAt, "", FieldErrors.NONE);
    }

    @PostMapping("/intelligence/{id:\\d+}/close")
    @Needs(Permission.INTELLIGENCE_RECORD)
    ModelAndView close(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        var outcome = intelligence.close(actor, id, why);
        if (outcome.isAccepted()) {
            Notices.leave(response, "It counts no more.");
            return new ModelAndView("redirect:/intelligence/" + id);
        }
        var view = one(
                actor, intelligence.one(actor, AsAt.PRESENT, id), AsAt.PRESENT, why, FieldErrors.of(outcome.reasons()));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView one(Actor actor, Heard heard, AsAt asAt, String why, FieldErrors errors) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Heard on", Dates.day(heard.heardOn())));
        rows.add(SummaryRow.of("Bearing", heard.praises() ? "Praise" : "A worry"));
        rows.add(SummaryRow.of("Where", heard.source().words()));
        rows.add(SummaryRow.of("About", themes().getOrDefault(heard.theme(), heard.theme())));
        rows.add(SummaryRow.of("Written down by", heard.by()));
        var closed = heard.closedOn();
        if (closed != null) {
            rows.add(SummaryRow.of("Counts no more since", Dates.day(closed)));
            rows.add(SummaryRow.of("Why", heard.closedWhy()));
        }
        var page = new HeardPage(
                heard.id(),
                heard.provider(),
                heard.words(),
                rows,
                closed == null && !asAt.isPast() && actor.may(Permission.INTELLIGENCE_RECORD),
                why,
                errors);
        return new ModelAndView("intelligence/show", Map.of("page", page));
    }
}
