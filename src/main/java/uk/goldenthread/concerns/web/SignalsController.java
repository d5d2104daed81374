package uk.goldenthread.concerns.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.ConcernSettings;
import uk.goldenthread.concerns.SignalDesk;
import uk.goldenthread.concerns.SignalDesk.Asked;
import uk.goldenthread.concerns.SignalDesk.Inbox;
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.store.SignalList.Line;
import uk.goldenthread.concerns.web.SignalsPage.Choice;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;
import uk.goldenthread.shell.view.Dates;

/// The inbox of signals.
@Controller
class SignalsController {
    static final int PAGE_SIZE = 50;
    static final Set<String> SHOWS = Set.of("open", "new", "escalated", "closed", "all");
    static final Set<String> SORTS = Set.of("due", "score", "provider");

    private final SignalDesk desk;
    private final RuleWords rules;
    private final ConcernSettings settings;

    SignalsController(SignalDesk desk, RuleWords rules, ConcernSettings settings) {
        this.desk = desk;
        this.rules = rules;
        this.settings = settings;
    }

    @Bean
    static NavigationEntry signalsEntry() {
        return new NavigationEntry(50, "Signals", "/signals", Permission.SIGNAL_VIEW);
    }

    @GetMapping("/signals")
    @Needs(Permission.SIGNAL_VIEW)
    ModelAndView inbox(Actor actor, AsAt asAt, @RequestParam Map<String, String> address) {
        if (!actor.reachesWholeIcb()) {
            return new ModelAndView("redirect:/signals/questions");
        }
        var asked = asked(address);
        int page = page(address);
        var inbox = desk.inbox(actor, asAt, asked, page, PAGE_SIZE);
        return new ModelAndView("concerns/signals", Map.of("page", page(asked, page, inbox, asAt)));
    }

    static Asked asked(Map<String, String> address) {
        var show = address.getOrDefault("show", "open");
        var sort = address.getOrDefault("sort", "due");
        return new Asked(
                SHOWS.contains(show) ? show : "open",
                address.getOrDefault("rule", ""),
                address.getOrDefault("provider", ""),
                address.getOrDefault("kpi", ""),
                SORTS.contains(sort) ? sort : "due");
    }

    static int page(Map<String, String> address) {
        var text = address.getOrDefault("page", "1");
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
    }

    private SignalsPage page(Asked asked, int page, Inbox inbox, AsAt asAt) {
        var instant = asAt.instant();
        return new SignalsPage(
                state(asked, inbox.total()),
                new Choice(
                        List.of(
                                Option.of("open", "Open"),
                                Option.of("new", "Not yet acknowledged"),
                                Option.of("escalated", "Escalated: not acknowledged in time"),
                                Option.of("closed", "Closed"),
                                Option.of("all", "All")),
                        asked.show()),
                new Choice(ruleOptions(), asked.rule()),
                new Choice(providerOptions(inbox), asked.provider()),
                new Choice(
                        List.of(
                                Option.of("due", "Soonest to acknowledge"),
                                Option.of("score", "Highest score of the provider"),
                                Option.of("provider", "Provider")),
                        asked.sort()),
                List.of(
                        Column.text("Provider"),
                        Column.text("Signal"),
                        Column.text("What triggered it"),
                        Column.text("Since"),
                        Column.text("Where it stands"),
                        Column.text("Provider's score")),
                inbox.lines().stream().map(line -> row(line, asAt)).toList(),
                PageLinks.of(page, PAGE_SIZE, inbox.total(), number -> address(asked, number, asAt)),
                "No signals here. Signals appear when a figure falls, misses its target for long, leaves its usual range,"
                        + " or when a return does not come.",
                instant == null ? null : instant.toString());
    }

    private static String state(Asked asked, long total) {
        var what =
                switch (asked.show()) {
                    case "new" -> "not yet acknowledged";
                    case "escalated" -> "escalated to the executive lead, because nobody acknowledged them in time";
                    case "closed" -> "closed";
                    case "all" -> "in all";
                    default -> "open";
                };
        return total == 1 ? "1 signal " + what + "." : total + " signals " + what + ".";
    }

    private List<Option> ruleOptions() {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Every rule"));
        rules.all().forEach((code, name) -> options.add(Option.of(code, name)));
        return options;
    }

    private static List<Option> providerOptions(Inbox inbox) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Every provider"));
        inbox.providers().forEach(provider -> options.add(Option.of(provider.code(), provider.name())));
        return options;
    }

    private List<Cell> row(Line line, AsAt asAt) {
        var past = asAt.instant() == null ? "" : "?asAt=" + asAt.instant();
        var level = Level.valueOf(line.proposed());
        return List.of(
                Cell.naming(line.provider()),
                Cell.link(
                        rules.series(line.series()) + ": " + SignalPages.lower(rules.name(line.rule())),
                        "/signals/" + line.id() + past),
                Cell.of(line.words() + (line.provisional() ? " On a provisional value." : "")),
                Cell.of(Period.parse(line.firstPeriod()).label()),
                Cell.of(standing(line)),
                Cell.of(line.score() + " (proposes " + level.word() + ")"));
    }

    private String standing(Line line) {
        return switch (line.state()) {
            case "RAISED" -> line.escalates() ? toAcknowledge(line) : "For information only: too few points";
            case "ACKNOWLEDGED" -> "Acknowledged, not yet decided";
            case "TRIAGED" -> triaged(line.triage());
            default -> "Closed" + (line.closedOn() == null ? "" : " on " + Dates.day(line.closedOn()));
        };
    }

    private String toAcknowledge(Line line) {
        var reading = settings.acknowledgeClock(line.raisedOn()).reading(Moment.on(desk.today()));
        return reading.isOverdue()
                ? "Escalated: " + reading.inWords() + " to acknowledge"
                : "To acknowledge: " + reading.inWords();
    }

    static String triaged(@org.jspecify.annotations.Nullable String triage) {
        return switch (triage == null ? "" : triage) {
            case "ASK" -> "The provider was asked";
            case "LINK" -> "Linked to a visit or action";
            default -> "Watched for another period";
        };
    }

    private static String address(Asked asked, int page, AsAt asAt) {
        var builder = UriComponentsBuilder.fromPath("/signals")
                .queryParam("show", asked.show())
                .queryParam("sort", asked.sort());
        Map.of("rule", asked.rule(), "provider", asked.provider(), "kpi", asked.kpi()).entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> builder.queryParam(entry.getKey(), entry.getValue()));
        if (asAt.instant() != null) {
            builder.queryParam("asAt", asAt.instant().toString());
        }
        return builder.queryParam("page", page).build().encode().toUriString();
    }
}
