package uk.goldenthread.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import uk.goldenthread.shell.charts.Drawn;
import uk.goldenthread.shell.charts.FunnelChart;
import uk.goldenthread.shell.charts.Sparkline;
import uk.goldenthread.shell.charts.SpcChart;

/// Renders the gallery to `target/gallery.html` for the eye, and holds it to what every page must keep.
class GalleryTest {
    private final Rendered gallery = Rendered.page(
            "shell/gallery.jte",
            Map.of(
                    "frame",
                    Frames.designatedNurse(),
                    "spc",
                    SpcChart.draw(Drawn.training()),
                    "funnel",
                    FunnelChart.draw(
                            "Alder Trust trains fewer than chance explains",
                            "Staff with level 3 training in date",
                            "Staff who need level 3 training",
                            Drawn.peers()),
                    "spark",
                    Sparkline.draw(Drawn.training())));

    @Test
    void theGalleryIsThereToBeLookedAt() throws IOException {
        var file = Path.of("target", "gallery.html");

        // Opened from a file, the addresses must lead into the build's own folder.
        Files.writeString(
                file,
                gallery.html()
                        .replace("href=\"/", "href=\"classes/static/")
                        .replace("src=\"/", "src=\"classes/static/"));

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void thereIsOneFirstLevelHeadingAndNoIdTwice() {
        var ids = gallery.document().select("[id]").eachAttr("id");

        assertThat(gallery.headings()).hasSize(1);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyFieldHasItsLabelAndIsDescribedByWhatIsThere() {
        var document = gallery.document();

        for (Element field : document.select("main input:not([type=hidden]), main select, main textarea")) {
            assertThat(document.select("label[for=" + field.id() + "]"))
                    .as(field.outerHtml())
                    .hasSize(1);
        }
        for (Element described : document.select("[aria-describedby]")) {
            for (String id : described.attr("aria-describedby").split(" ")) {
                assertThat(document.getElementById(id))
                        .as(described.outerHtml())
                        .isNotNull();
            }
        }
    }

    @Test
    void nothingIsInlineThatTheContentSecurityPolicyForbids() {
        var document = gallery.document();

        assertThat(document.select("[style]")).isEmpty();
        assertThat(document.select("style")).isEmpty();
        assertThat(document.select("script:not([src])")).isEmpty();
        assertThat(document.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .isEmpty();
    }

    @Test
    void everyPictureSaysWhatItShows() {
        var pictures = gallery.document().select("svg[role=img]");

        assertThat(pictures).hasSizeGreaterThan(10);
        assertThat(pictures.eachAttr("aria-label")).hasSameSizeAs(pictures).doesNotContain("");
    }

    @Test
    void ourOwnAssetsStayUnderAHundredKilobytes() throws IOException {
        var ours = Path.of("src", "main", "resources", "static");

        try (var files = Files.walk(ours)) {
            var sizes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .toArray();
            assertThat(sizes).hasSizeGreaterThan(3);
            assertThat(List.of(java.util.Arrays.stream(sizes).sum()))
                    .allSatisfy(sum -> assertThat(sum).isLessThan(100_000));
        }
    }
}
