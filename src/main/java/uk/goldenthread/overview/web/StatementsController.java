package uk.goldenthread.overview.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Open;

/// The public statements every service of a public body shows: who can use it, what it keeps, what it is.
@Controller
class StatementsController {

    @GetMapping("/accessibility")
    @Open("the accessibility regulations of 2018 ask for a statement anyone can read")
    ModelAndView accessibility() {
        return new ModelAndView("overview/accessibility");
    }

    @GetMapping("/privacy")
    @Open("people may read what is kept about them before they sign in")
    ModelAndView privacy() {
        return new ModelAndView("overview/privacy");
    }

    @GetMapping("/about")
    @Open("anyone may read what this service is for")
    ModelAndView about() {
        return new ModelAndView("overview/about");
    }
}
