package uk.goldenthread.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Occasion;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.PaperChoices;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;
import uk.goldenthread.shell.view.Dates;

/// The list of papers, and beginning one.
@Controller
class PapersController {
    private static final int PAGE = 50;
    private static final int MONTHS = 15;

    private final Papers papers;
    private final Freezing freezing;
    private final PaperChoices choices;
    private final Clock clock;

    PapersController(Papers papers, Freezing freezing, PaperChoices choices, Clock clock) {
        this.papers = papers;
        this.freezing = freezing;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/papers")
    @Needs(Permission.PAPER_VIEW)
    ModelAndView list(
            Actor acting,
            AsAt asAt,
            @RequestParam(name = "committee", defaultValue = "") String wanted,
            @RequestParam(defaultValue = "1") int page) {
        var actor = acting.at(asAt);
        var committee = PaperChoices.codes(choices.committees()).contains(wanted) ? wanted : "";
        var number = Math.clamp(page, 1, 10_000);
        var rows = new ArrayList<List<Cell>>();
        var total = 0;
        if (actor.reachesWholeIcb()) {
            var found = papers.list(actor, committee, PAGE, (number - 1) * PAGE);
            total = found.total();
            found.papers().forEach(kept -> rows.add(row(kept, asAt)));
        } else {
            var published = freezing.published(actor).stream()
                    .filter(each -> committee.isEmpty() || each.committee().equals(committee))
                    .toList();
            total = published.size();
            published.forEach(each -> rows.add(List.of(
                    Cell.naming(each.title(), asAt.on("/papers/" + each.paper() + "/read")),
                    Cell.of(PaperChoices.words(choices.committees(), each.committee())),
                    Cell.of(Period.parse(each.period()).label()),
                    Cell.of(Dates.day(each.meetingOn())),
                    Cell.of("Public edition"))));
        }
        var options = new ArrayList<Option>();
        options.add(Option.of("", "All committees"));
        choices.committees().forEach(code -> options.add(Option.of(code.code(), code.name())));
        var shown = new PapersPage(
                rows,
                options,
                committee,
                total,
                asAt,
                actor.may(Permission.PAPER_WRITE) && !asAt.isPast(),
                PageLinks.of(number, PAGE, total, each -> asAt.on("/papers?page=" + each + "&committee=" + committee)));
        return new ModelAndView("papers/list", Map.of("page", shown));
    }

    private List<Cell> row(Kept kept, AsAt asAt) {
        var paper = kept.paper();
        return List.of(
                Cell.naming(paper.cover().title(), asAt.on("/papers/" + paper.id())),
                Cell.of(PaperChoices.words(
                        choices.committees(), paper.occasion().committee())),
                Cell.of(paper.occasion().period().label()),
                Cell.of(Dates.day(paper.occasion().meetingOn())),
                Cell.of(PaperSentences.state(paper)));
    }

    @GetMapping("/papers/new")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView form() {
        return form("", "", DateParts.BLANK, FieldErrors.NONE);
    }

    @PostMapping("/papers/new")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView begin(
            Actor actor,
            @RequestParam(defaultValue = "") String committee,
            @RequestParam(defaultValue = "") String period,
            @RequestParam Map<String, String> all,
            HttpServletResponse response) {
        var parts = DateParts.typed(all, "meeting");
        var errors = new ArrayList<FieldError>();
        if (!PaperChoices.codes(choices.committees()).contains(committee)) {
            errors.add(new FieldError("committee", "Choose the committee"));
        }
        var reported = Period.find(period);
        if (reported.isEmpty()) {
            errors.add(new FieldError("period", "Choose the period the paper reports"));
        }
        var meeting = parts.date();
        if (meeting.isEmpty()) {
            errors.add(new FieldError("meeting", "Enter the day of the meeting, like 14 3 2026"));
        }
        if (errors.isEmpty()) {
            var today = clock.instant().atZone(Dates.LONDON).toLocalDate();
            var begun = Occasion.of(committee, reported.orElseThrow(), meeting.orElseThrow(), today)
                    .then(occasion -> papers.begin(actor, occasion));
            if (begun instanceof Outcome.Accepted<Integer>(var id)) {
                Notices.leave(response, "The paper is begun. Its points were proposed from the data.");
                return new ModelAndView("redirect:/papers/" + id);
            }
            errors.addAll(FieldErrors.of(begun.reasons()).all());
        }
        return form(committee, period, parts, new FieldErrors(errors));
    }

    private ModelAndView form(String committee, String period, DateParts meeting, FieldErrors errors) {
        var committees = new ArrayList<Option>();
        choices.committees().forEach(code -> committees.add(Option.of(code.code(), code.name())));
        var page = new NewPaperPage(committees, committee, periods(), period, meeting, errors);
        var view = new ModelAndView("papers/new", Map.of("page", page));
        if (errors.any()) {
            view.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /// Quarters first, as most papers report one; then months; the latest first.
    private List<Option> periods() {
        var today = clock.instant().atZone(Dates.LONDON).toLocalDate();
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Choose a period"));
        Period quarter = Quarter.of(today);
        for (int back = 0; back < MONTHS / 3 + 4; back++) {
            options.add(Option.of(quarter.code(), quarter.label()));
            quarter = quarter.previous();
        }
        Period month = Month.of(today);
        for (int back = 0; back < MONTHS + 12; back++) {
            options.add(Option.of(month.code(), month.label()));
            month = month.previous();
        }
        return options;
    }
}
