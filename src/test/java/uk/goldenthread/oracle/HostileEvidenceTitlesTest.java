package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.evidence.GivenEvidence;
import uk.goldenthread.imports.export.SpreadsheetText;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Naughty strings and formula payloads as the titles of evidence: taken or refused in words, and shown
/// harmlessly on
/// the item's page, in the library and in its CSV.
@GoldenThreadTest
class HostileEvidenceTitlesTest {
    @Autowired
    Given given;

    @Autowired
    GivenEvidence evidence;

    @Test
    void everyTitleIsShownAsTheWordsItIs() throws Exception {
        var icb = given.icb();
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        var titles = new ArrayList<String>();
        for (var title : strings()) {
            var form = GivenEvidence.form(title);
            var answer = evidence.give(named, form, "a.txt", ("text " + titles.size()).getBytes("UTF-8"));
            assertThat(answer.statusCode()).as(title).isIn(302, 422);
            if (answer.statusCode() == 302) {
                titles.add(title);
                var page = Jsoup.parse(given.get(
                                named,
                                java.net
                                        .URI
                                        .create(answer.headers()
                                                .firstValue("Location")
                                                .orElseThrow())
                                        .getPath())
                        .body());
                assertThat(page.select("script").eachAttr("src")).as(title).hasSize(1);
                assertThat(page.select("main [onerror], main [onload], main [onclick], main script"))
                        .as(title)
                        .isEmpty();
                assertThat(seen(page.select("h1").first().ownText())).isEqualTo(seen(title));
            }
        }
        assertThat(titles).hasSizeGreaterThan(150);

        var csv = given.get(named, "/evidence.csv?show=all").body().substring(1);
        var cells = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords().stream()
                .skip(1)
                .map(row -> row.get(1))
                .toList();
        assertThat(cells).hasSameSizeAs(titles);
        assertThat(cells.stream().filter(cell -> !SpreadsheetText.isNumber(cell)))
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*"));
        assertThat(cells.stream()
                        .map(SpreadsheetText::unguarded)
                        .map(HostileEvidenceTitlesTest::seen)
                        .sorted())
                .containsExactlyElementsOf(titles.stream()
                        .map(HostileEvidenceTitlesTest::seen)
                        .sorted()
                        .toList());
    }

    /// What can be seen of a text: not controls, nor how white space is written.
    private static String seen(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && (c < 0x7F || c > 0x9F) && c != 0xFFFE && c != 0xFFFF && !isSpace(c))
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static List<String> strings() {
        var strings = new ArrayList<String>();
        for (var file : List.of("blns-even.json", "csv-injection-even.json")) {
            SharedData.json("hostile-strings/" + file).forEach(each -> strings.add(each.asString()));
        }
        return strings;
    }
}
