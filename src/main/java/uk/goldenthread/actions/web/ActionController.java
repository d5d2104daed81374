package uk.goldenthread.actions.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;

/// One action.
@Controller
class ActionController {
    private final ActionPages pages;

    ActionController(ActionPages pages) {
        this.pages = pages;
    }

    @GetMapping("/actions/{id:\\d+}")
    @Needs(Permission.ACTION_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        return new ModelAndView("actions/show", Map.of("page", pages.page(actor, asAt, id)));
    }
}
