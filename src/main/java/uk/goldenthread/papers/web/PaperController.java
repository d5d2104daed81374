package uk.goldenthread.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.model.Words;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.PaperChoices;
import uk.goldenthread.papers.service.PaperWords;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.papers.store.PointStore.Point;
import uk.goldenthread.papers.store.PointStore.Proposed;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Task;
import uk.goldenthread.shell.components.Tone;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// A paper's own page and the steps it takes: handed over, signed, sent back, frozen, run again.
@Controller
class PaperController {
    private final Papers papers;
    private final PaperWords words;
    private final Freezing freezing;
    private final PaperChoices choices;

    PaperController(Papers papers, PaperWords words, Freezing freezing, PaperChoices choices) {
        this.papers = papers;
        this.words = words;
        this.freezing = freezing;
        this.choices = choices;
    }

    @GetMapping("/papers/{id:[0-9]+}")
    @Needs(Permission.PAPER_VIEW)
    ModelAndView show(Actor acting, AsAt asAt, @PathVariable int id) {
        var actor = acting.at(asAt);
        if (asAt.isPast() || !Papers.worksOnPapers(actor)) {
            if (actor.reachesWholeIcb()) {
                papers.find(actor, id);
            } else {
                freezing.publicEdition(actor, id);
            }
            return new ModelAndView("redirect:" + asAt.on("/papers/" + id + "/read"));
        }
        return page(actor, id, FieldErrors.NONE);
    }

    @PostMapping("/papers/{id:[0-9]+}/submit")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView submit(Actor actor, @PathVariable int id, HttpServletResponse response) {
        return after(actor, id, papers.submit(actor, id), "The paper waits for signatures.", response);
    }

    @PostMapping("/papers/{id:[0-9]+}/sign")
    @Needs(Permission.PAPER_SIGN)
    ModelAndView sign(Actor actor, @PathVariable int id, HttpServletResponse response) {
        return after(actor, id, papers.sign(actor, id), "You have signed the paper.", response);
    }

    @PostMapping("/papers/{id:[0-9]+}/send-back")
    @Needs(Permission.PAPER_SIGN)
    ModelAndView sendBack(
            Actor actor,
            @PathVariable int id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return after(actor, id, papers.sendBack(actor, id, reason), "The paper is back with its author.", response);
    }

    @PostMapping("/papers/{id:[0-9]+}/freeze")
    @Needs(Permission.PAPER_FREEZE)
    ModelAndView freeze(Actor actor, @PathVariable int id, HttpServletResponse response) {
        return after(actor, id, freezing.freeze(actor, id), "The paper is frozen.", response);
    }

    @PostMapping("/papers/{id:[0-9]+}/propose")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView propose(Actor actor, @PathVariable int id, HttpServletResponse response) {
        var outcome = papers.proposeAgain(actor, id);
        if (outcome instanceof Outcome.Accepted<Proposed>(var proposed)) {
            Notices.leave(response, PaperSentences.proposed(proposed));
            return new ModelAndView("redirect:/papers/" + id + "/points");
        }
        return page(actor, id, FieldErrors.of(outcome.reasons()));
    }

    @GetMapping("/papers/{id:[0-9]+}/rerun")
    @Needs(Permission.PAPER_VIEW)
    ModelAndView rerun(Actor actor, @PathVariable int id) {
        var kept = papers.find(actor, id);
        var rerun = freezing.rerun(actor, kept);
        var today = freezing.sinceFrozen(actor, kept);
        var moment = Dates.moment(rerun.instant());
        return new ModelAndView(
                "papers/rerun",
                Map.of(
                        "page",
                        new RerunPage(
                                id,
                                kept.paper().cover().title(),
                                moment,
                                rerun.same(),
                                lines(rerun.differences()),
                                lines(today))));
    }

    private static List<RerunPage.Line> lines(List<Freezing.Difference> differences) {
        return differences.stream()
                .map(each -> new RerunPage.Line(RerunPage.place(each.where()), each.before(), each.now()))
                .toList();
    }

    private ModelAndView after(Actor actor, int id, Outcome<?> outcome, String notice, HttpServletResponse response) {
        if (outcome.isAccepted()) {
            Notices.leave(response, notice);
            return new ModelAndView("redirect:/papers/" + id);
        }
        return page(actor, id, FieldErrors.of(outcome.reasons()));
    }

    private ModelAndView page(Actor actor, int id, FieldErrors errors) {
        var kept = papers.find(actor, id);
        var paper = kept.paper();
        var isAuthor = paper.author() == actor.account();
        var signing = paper instanceof Paper.InReview
                && !isAuthor
                && paper.signatures().stream().noneMatch(each -> each.account() == actor.account());
        var page = new PaperPage(
                id,
                paper.cover().title(),
                PaperChoices.words(choices.committees(), paper.occasion().committee()) + ", meeting "
                        + Dates.day(paper.occasion().meetingOn()),
                sentence(kept),
                actor.may(Permission.PAPER_WRITE) ? tasks(actor, kept) : List.of(),
                PaperSentences.chain(kept),
                paper instanceof Paper.Draft && actor.may(Permission.PAPER_WRITE),
                missing(paper),
                signing && actor.may(Permission.PAPER_SIGN),
                paper instanceof Paper.Signed && actor.may(Permission.PAPER_FREEZE),
                (paper instanceof Paper.InReview || paper instanceof Paper.Signed) && actor.may(Permission.PAPER_SIGN),
                waiting(actor, paper, signing),
                paper instanceof Paper.Signed && freezing.changedSinceSigned(actor, kept),
                paper instanceof Paper.Frozen,
                paper.cover().publicPaper(),
                errors);
        return FormPage.of("papers/paper", page, errors);
    }

    private String sentence(Kept kept) {
        var paper = kept.paper();
        var due = Dates.day(papers.dueOn(paper));
        return paper instanceof Paper.Frozen
                ? "%s, for %s."
                        .formatted(
                                PaperSentences.state(paper),
                                paper.occasion().period().label())
                : "%s, for %s. Due %s, five working days before the meeting."
                        .formatted(
                                PaperSentences.state(paper),
                                paper.occasion().period().label(),
                                due);
    }

    private static @Nullable String waiting(Actor actor, Paper paper, boolean signing) {
        return switch (paper) {
            case Paper.Draft _ ->
                actor.may(Permission.PAPER_WRITE) ? null : "Its author hands it over when the words are ready.";
            case Paper.InReview review ->
                signing && actor.may(Permission.PAPER_SIGN)
                        ? null
                        : switch (review.next()) {
                            case PROFESSIONAL -> "A safeguarding professional other than its author signs next.";
                            case EXECUTIVE -> "The ICB's executive lead signs next.";
                        };
            case Paper.Signed _ ->
                actor.may(Permission.PAPER_FREEZE) ? null : "The designated nurse or the adult lead freezes it.";
            case Paper.Frozen _ -> null;
        };
    }

    private @Nullable String missing(Paper paper) {
        var missing = papers.missing(paper).size();
        return missing == 0 ? null : Words.count(missing, "answer missing", "answers missing");
    }

    private List<Task> tasks(Actor actor, Kept kept) {
        var id = kept.paper().id();
        var tasks = new ArrayList<Task>();
        var missing = missing(kept.paper());
        tasks.add(
                missing == null
                        ? Task.completed("Cover sheet", "/papers/" + id + "/cover")
                        : Task.open("Cover sheet", "/papers/" + id + "/cover", missing, Tone.YELLOW));
        var standing = words.points(actor, id).stream().filter(Point::stands).count();
        tasks.add(Task.open(
                "Alert, advise, assure",
                "/papers/" + id + "/points",
                Words.count(standing, "point", "points"),
                Tone.BLUE));
        var texts = words.texts(actor, id);
        for (var slot : Slot.values()) {
            var text = texts.get(slot);
            var address = "/papers/" + id + "/text/" + slot.name().toLowerCase(java.util.Locale.ROOT);
            tasks.add(
                    text == null || text.revision() == 0
                            ? Task.open(
                                    slot.title(),
                                    address,
                                    kept.paper() instanceof Paper.Frozen ? "No words" : "No words yet",
                                    Tone.GREY)
                            : Task.open(slot.title(), address, "Worded by " + text.author(), Tone.BLUE));
        }
        tasks.add(Task.open(
                "Measures shown with a chart",
                "/papers/" + id + "/measures",
                kept.measures().isEmpty()
                        ? "Chosen from the data"
                        : kept.measures().size() + " chosen",
                Tone.BLUE));
        return tasks;
    }
}
