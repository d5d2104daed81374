package uk.goldenthread.actions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// What is done with an action, one thing a page. Each sort of move has an address of its own,
/// because different people may make it.
@Controller
class MoveController {
    private final MoveForms forms;
    private final Moves moves;

    MoveController(MoveForms forms, Moves moves) {
        this.forms = forms;
        this.moves = moves;
    }

    @GetMapping("/actions/{id:\\d+}/work/{move}")
    @Needs(Permission.ACTION_WORK)
    ModelAndView work(Actor actor, @PathVariable long id, @PathVariable String move) {
        return form(actor, id, "work/" + move);
    }

    @PostMapping("/actions/{id:\\d+}/work/{move}")
    @Needs(Permission.ACTION_WORK)
    ModelAndView work(
            Actor actor,
            @PathVariable long id,
            @PathVariable String move,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        return make(actor, id, "work/" + move, typed, response);
    }

    @GetMapping("/actions/{id:\\d+}/judge/{move}")
    @Needs(Permission.ACTION_ASSURE)
    ModelAndView judge(Actor actor, @PathVariable long id, @PathVariable String move) {
        return form(actor, id, "judge/" + move);
    }

    @PostMapping("/actions/{id:\\d+}/judge/{move}")
    @Needs(Permission.ACTION_ASSURE)
    ModelAndView judge(
            Actor actor,
            @PathVariable long id,
            @PathVariable String move,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        return make(actor, id, "judge/" + move, typed, response);
    }

    @GetMapping("/actions/{id:\\d+}/later")
    @Needs(Permission.ACTION_EXTEND)
    ModelAndView later(Actor actor, @PathVariable long id) {
        return form(actor, id, "later");
    }

    @PostMapping("/actions/{id:\\d+}/later")
    @Needs(Permission.ACTION_EXTEND)
    ModelAndView later(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        return make(actor, id, "later", typed, response);
    }

    @GetMapping("/actions/{id:\\d+}/committee/{move}")
    @Needs(Permission.ACTION_CLOSE)
    ModelAndView committee(Actor actor, @PathVariable long id, @PathVariable String move) {
        return form(actor, id, "committee/" + move);
    }

    @PostMapping("/actions/{id:\\d+}/committee/{move}")
    @Needs(Permission.ACTION_CLOSE)
    ModelAndView committee(
            Actor actor,
            @PathVariable long id,
            @PathVariable String move,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        return make(actor, id, "committee/" + move, typed, response);
    }

    @GetMapping("/actions/{id:\\d+}/ask/{move}")
    @Needs(Permission.ACTION_PROPOSE)
    ModelAndView ask(Actor actor, @PathVariable long id, @PathVariable String move) {
        return form(actor, id, "ask/" + move);
    }

    @PostMapping("/actions/{id:\\d+}/ask/{move}")
    @Needs(Permission.ACTION_PROPOSE)
    ModelAndView ask(
            Actor actor,
            @PathVariable long id,
            @PathVariable String move,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        return make(actor, id, "ask/" + move, typed, response);
    }

    /// The form; the action's own page when the move cannot be made now.
    private ModelAndView form(Actor actor, long id, String path) {
        var move = Move.at(path).orElseThrow(HiddenException::new);
        return forms.blank(actor, id, move)
                .map(page -> new ModelAndView("actions/move", Map.of("page", page)))
                .orElseGet(() -> new ModelAndView("redirect:/actions/" + id));
    }

    private ModelAndView make(
            Actor actor, long id, String path, Map<String, String> typed, HttpServletResponse response) {
        var move = Move.at(path).orElseThrow(HiddenException::new);
        return switch (moves.make(actor, id, move, new Typed(typed))) {
            case Outcome.Accepted<Long> _ -> {
                Notices.leave(response, moves.done(move));
                yield new ModelAndView("redirect:/actions/" + id);
            }
            case Outcome.Refused<Long>(var reasons) -> {
                var errors = FieldErrors.of(reasons);
                yield FormPage.refused("actions/move", forms.again(actor, id, move, typed, errors));
            }
        };
    }
}
