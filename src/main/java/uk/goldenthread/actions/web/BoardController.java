package uk.goldenthread.actions.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionReading;
import uk.goldenthread.actions.store.ActionBoard;
import uk.goldenthread.actions.store.ActionBoard.By;

/// The board: where actions grow old, to look at rather than to read.
@Controller
class BoardController {
    private static final List<String> AGES = List.of(
            "Overdue for more than 30 days", "Overdue", "Due within 30 days", "Due later", "With the ICB", "Verified");
    private static final List<String> SHADES = List.of("long", "lately", "soon", "later", "icb", "verified");
    private static final int WIDTH = 200;

    private final ActionReading reading;

    BoardController(ActionReading reading) {
        this.reading = reading;
    }

    @GetMapping("/actions/board")
    @Needs(Permission.ACTION_VIEW)
    ModelAndView board(Actor actor, AsAt asAt, @RequestParam(defaultValue = "") String by) {
        var whole = actor.reachesWholeIcb();
        var way =
                switch (by) {
                    case "theme" -> By.THEME;
                    case "owner" -> By.OWNER;
                    default -> whole ? By.ORGANISATION : By.OWNER;
                };
        var themes = reading.themes(actor, asAt);
        var lines = reading.board(actor, asAt, way);
        var longest = lines.stream().mapToInt(ActionBoard.Line::total).max().orElse(1);
        var ways = new ArrayList<BoardPage.Way>();
        if (whole) {
            ways.add(new BoardPage.Way("By organisation", asAt.on("/actions/board"), way == By.ORGANISATION));
        }
        ways.add(new BoardPage.Way("By owner", asAt.on("/actions/board?by=owner"), way == By.OWNER));
        ways.add(new BoardPage.Way("By theme", asAt.on("/actions/board?by=theme"), way == By.THEME));
        var past = asAt.instant();
        var page = new BoardPage(
                sentence(lines),
                ways,
                switch (way) {
                    case ORGANISATION -> "Organisation";
                    case OWNER -> "Owner";
                    case THEME -> "Theme";
                },
                AGES,
                lines.stream()
                        .map(line -> line(line, name(line, way, themes), way, longest, asAt))
                        .toList(),
                past == null ? null : past.toString());
        return new ModelAndView("actions/board", Map.of("page", page));
    }

    private static String name(ActionBoard.Line line, By way, Map<String, String> themes) {
        return switch (way) {
            case ORGANISATION -> line.name();
            case OWNER -> line.name().isEmpty() ? "Nobody yet" : line.name();
            case THEME -> themes.getOrDefault(line.key(), "No theme");
        };
    }

    private static String sentence(List<ActionBoard.Line> lines) {
        var overdue = lines.stream()
                .mapToInt(line -> line.overdueLong() + line.overdueLately())
                .sum();
        var old = lines.stream().mapToInt(ActionBoard.Line::overdueLong).sum();
        var total = lines.stream().mapToInt(ActionBoard.Line::total).sum();
        if (total == 0) {
            return "Nothing is open. Actions appear here when somebody proposes one.";
        }
        return "%d open or just verified; %d overdue, of which %d for more than 30 days."
                .formatted(total, overdue, old);
    }

    private static BoardPage.Line line(ActionBoard.Line line, String name, By way, int longest, AsAt asAt) {
        var numbers = List.of(
                line.overdueLong(),
                line.overdueLately(),
                line.dueSoon(),
                line.dueLater(),
                line.withIcb(),
                line.verified());
        var narrowed = List.of(
                "mark=overdue-long",
                "mark=overdue-lately",
                "mark=due-soon",
                "mark=due-later",
                "state=EVIDENCE_SUBMITTED",
                "state=ASSURED");
        var of =
                switch (way) {
                    case ORGANISATION -> "organisation=" + line.key();
                    case OWNER -> line.key().equals("0") ? "" : "owner=" + line.key();
                    case THEME -> line.key().isEmpty() ? "" : "theme=" + line.key();
                };
        var counts = new ArrayList<BoardPage.Count>();
        for (var age = 0; age < numbers.size(); age++) {
            var number = numbers.get(age);
            var href = number == 0 || of.isEmpty() ? null : asAt.on("/actions?" + of + "&" + narrowed.get(age));
            counts.add(new BoardPage.Count(number, href, "%s, %s: %d".formatted(name, AGES.get(age), number)));
        }
        return new BoardPage.Line(name, bar(numbers, longest), counts);
    }

    /// The ages beside each other, to one scale for all lines. The numbers beside it say the same.
    private static Content bar(List<Integer> numbers, int longest) {
        return output -> {
            output.writeContent(
                    "<svg class=\"gt-agebar\" viewBox=\"0 0 %d 16\" width=\"%d\" height=\"16\" aria-hidden=\"true\">"
                            .formatted(WIDTH, WIDTH));
            var from = 0.0;
            for (var age = 0; age < numbers.size(); age++) {
                var width = (double) numbers.get(age) * WIDTH / longest;
                if (width > 0) {
                    output.writeContent("<rect class=\"gt-age--%s\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"16\"/>"
                            .formatted(SHADES.get(age), from, width));
                }
                from += width;
            }
            output.writeContent("</svg>");
        };
    }
}
