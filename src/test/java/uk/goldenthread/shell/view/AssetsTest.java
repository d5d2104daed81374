package uk.goldenthread.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class AssetsTest {
    @Autowired
    Given given;

    @Test
    void stylesAndScriptsOfAPageAreKeptForGoodUnderTheirDigest() throws Exception {
        var head = Jsoup.parse(fetch("/sign-in").body()).head();
        var addresses = head.select("link[rel=stylesheet], script[src]").stream()
                .map(each -> each.hasAttr("href") ? each.attr("href") : each.attr("src"))
                .toList();

        assertThat(addresses).hasSize(3).allSatisfy(address -> {
            var file = fetch(address);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000")
                    .contains("immutable");
        });
        assertThat(fetch(Assets.ROOT + "/js/autosave.js").statusCode())
                .as("what a script asks for beside itself")
                .isEqualTo(200);
    }

    @Test
    void anotherVersionsAddressGetsWhatThereIsAndIsNotKept() throws Exception {
        var other = fetch("/assets/0123456789ab/golden.js");

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(fetch(Assets.ROOT + "/golden.js").body());
        assertThat(other.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(fetch("/assets/0123456789ab/../application.yml").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(fetch("/assets/0123456789ab/%2e%2e/application.yml").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    private HttpResponse<String> fetch(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(given.address(path))).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
