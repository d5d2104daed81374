package uk.goldenthread.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPagesTest {
    @ParameterizedTest
    @CsvSource({
        "403, You cannot open this page",
        "404, Page not found",
        "409, Somebody else changed this first",
        "422, This cannot be accepted as it is",
        "500, Something went wrong here",
        "503, The service cannot answer just now",
        "418, That request was not understood",
        "507, Something went wrong here"
    })
    void everyErrorSaysInItsHeadingWhatHappened(int status, String heading) {
        var page = Rendered.page(
                "shell/error.jte", Map.of("page", ErrorPage.of(status, null, "a1b2"), "frame", Frame.bare()));

        assertThat(page.headings()).containsExactly(heading);
        assertThat(page.title()).isEqualTo(heading + " - Golden Thread");
        assertThat(page.document().select("main").text()).contains("give this reference: a1b2");
    }

    @Test
    void aRefusalThatMayBeExplainedSaysWhoCanLiftIt() {
        var reason = "This case is restricted. Ask the named doctor.";
        var page = Rendered.page(
                "shell/error.jte", Map.of("page", ErrorPage.of(403, reason, null), "frame", Frame.bare()));

        assertThat(page.document().select(".nhsuk-inset-text").text()).contains(reason);
        assertThat(page.document().text()).doesNotContain("reference");
        assertThat(page.links("main")).isEqualTo(List.of("Go to Home"));
    }
}
