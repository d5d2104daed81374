package uk.goldenthread.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.kernel.words.WordDifference;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.PaperWords;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.papers.store.TextStore.Text;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.view.Dates;

/// One part's words beside its data, and every wording it had.
@Controller
class WordsController {
    private final Papers papers;
    private final PaperWords words;
    private final Freezing freezing;
    private final PaperExports exports;

    WordsController(Papers papers, PaperWords words, Freezing freezing, PaperExports exports) {
        this.papers = papers;
        this.words = words;
        this.freezing = freezing;
        this.exports = exports;
    }

    @GetMapping("/papers/{id:[0-9]+}/text/{slot}")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView show(Actor actor, @PathVariable int id, @PathVariable String slot) {
        var text = text(actor, id, slot(slot));
        return page(actor, id, text, text.words(), FieldErrors.NONE, null);
    }

    @PostMapping("/papers/{id:[0-9]+}/text/{slot}")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView save(
            Actor actor,
            @PathVariable int id,
            @PathVariable String slot,
            @RequestParam Map<String, String> all,
            HttpServletResponse response) {
        var part = slot(slot);
        var typed = all.getOrDefault("words", "");
        try {
            var wording =
                    new PaperWords.Wording(part, revision(all), typed.strip(), "true".equals(all.get("confidential")));
            var outcome = words.save(actor, id, wording);
            if (outcome.isAccepted()) {
                Notices.leave(response, part.title() + " is saved.");
                return new ModelAndView("redirect:/papers/" + id);
            }
            var view = page(actor, id, text(actor, id, part), typed, FieldErrors.of(outcome.reasons()), null);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        } catch (OptimisticLockingFailureException e) {
            var theirs = text(actor, id, part);
            var view = page(actor, id, theirs, typed, FieldErrors.NONE, theirs);
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }

    @GetMapping("/papers/{id:[0-9]+}/text/{slot}/history")
    @Needs(Permission.PAPER_VIEW)
    ModelAndView history(Actor actor, @PathVariable int id, @PathVariable String slot) {
        var part = slot(slot);
        var kept = papers.find(actor, id);
        var lines = new ArrayList<WordsHistoryPage.Line>();
        var before = "";
        for (var edit : words.edits(actor, id, part)) {
            lines.addFirst(new WordsHistoryPage.Line(
                    edit.revision(),
                    edit.author(),
                    Dates.moment(edit.at()),
                    WordDifference.between(before, edit.words())));
            before = edit.words();
        }
        return new ModelAndView(
                "papers/history",
                Map.of("page", new WordsHistoryPage(id, kept.paper().cover().title(), part.title(), lines)));
    }

    private Text text(Actor actor, int id, Slot slot) {
        var text = words.texts(actor, id).get(slot);
        if (text == null) {
            throw new HiddenException();
        }
        return text;
    }

    private static int revision(Map<String, String> all) {
        var from = all.getOrDefault("revision", "");
        return from.matches("\\d{1,9}") ? Integer.parseInt(from) : 0;
    }

    private static Slot slot(String word) {
        for (var slot : Slot.values()) {
            if (slot.name().toLowerCase(Locale.ROOT).equals(word)) {
                return slot;
            }
        }
        throw new HiddenException();
    }

    private ModelAndView page(
            Actor actor, int id, Text current, String typed, FieldErrors errors, @Nullable Text theirs) {
        var kept = papers.find(actor, id);
        var slot = current.slot();
        var data = freezing.data(actor, kept);
        var beside = exports.part(actor, kept, slot);
        var page = new WordsPage(
                id,
                kept.paper().cover().title(),
                slot.name().toLowerCase(Locale.ROOT),
                slot.title(),
                current.revision(),
                typed,
                slot == Slot.CHANGES ? suggestion(data) : List.of(),
                current.confidential(),
                Papers.locked(kept.paper()),
                beside,
                theirs == null ? null : new WordsPage.Theirs(theirs.author(), theirs.words()),
                theirs == null ? List.of() : WordDifference.between(theirs.words(), typed),
                errors);
        return new ModelAndView("papers/words", Map.of("page", page));
    }

    private static List<String> suggestion(PaperData data) {
        return data.changes();
    }
}
