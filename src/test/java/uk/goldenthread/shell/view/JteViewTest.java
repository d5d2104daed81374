package uk.goldenthread.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

class JteViewTest {
    private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Pages())
            .setViewResolvers(new JteViewResolver(PageTemplates.templateEngine()))
            .build());

    @Controller
    static class Pages {
        @GetMapping("/missing")
        ModelAndView missing() {
            var page = new ErrorPage(404, "Café – not found", java.util.List.of(), null, null);
            return new ModelAndView(
                    "shell/error", Map.of("page", page, "frame", Frame.bare(), "further", 1), HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void aControllersModelBecomesThePageInUtf8WithItsLengthAndStatus() {
        var answer = mvc.get().uri("/missing").exchange();

        assertThat(answer).hasStatus(404);
        assertThat(answer).hasContentType("text/html;charset=UTF-8");
        assertThat(answer).bodyText().contains("<h1 class=\"nhsuk-heading-l\">Café – not found</h1>");
        assertThat(answer.getResponse().getContentLength())
                .isEqualTo(answer.getResponse().getContentAsByteArray().length);
    }

    @Test
    void redirectsAndUnknownNamesAreLeftToOthers() {
        var resolver = new JteViewResolver(PageTemplates.templateEngine());

        assertThat(resolver.resolveViewName("redirect:/returns", java.util.Locale.UK))
                .isNull();
        assertThat(resolver.resolveViewName("nowhere/at-all", java.util.Locale.UK))
                .isNull();
        assertThat(resolver.resolveViewName("shell/error", java.util.Locale.UK))
                .isNotNull()
                .isSameAs(resolver.resolveViewName("shell/error", java.util.Locale.UK));
    }
}
