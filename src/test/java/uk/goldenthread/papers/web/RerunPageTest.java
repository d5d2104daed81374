package uk.goldenthread.papers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.goldenthread.papers.service.Freezing.Difference;

class RerunPageTest {
    @Test
    void aPlaceIsSaidInWords() {
        assertThat(RerunPage.place("measures / K03 / answered")).isEqualTo("Measures, K03, answered");
        assertThat(RerunPage.place("returns / onTime / numerator")).isEqualTo("Returns received, on time, numerator");
    }

    @Test
    void severalValuesBehindOneFigureAreOneFigure() {
        var one = List.of(
                new Difference("measures / K03 / total / text", "60%", "95%"),
                new Difference("measures / K03 / total / numerator", "120", "190"),
                new Difference("returns / missing / text", "1", "0"));

        assertThat(RerunPage.figures(one)).isEqualTo(2);
    }
}
