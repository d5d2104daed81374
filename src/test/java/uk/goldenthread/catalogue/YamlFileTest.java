package uk.goldenthread.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlFileTest {

    enum Colour {
        RED,
        BLUE
    }

    record Line(
            String code, String name, int size, BigDecimal weight, Colour colour, List<String> tags, InForce dates) {
        Line {
            if (size < 0) {
                throw new IllegalArgumentException("size %d is below 0".formatted(size));
            }
        }
    }

    private static Line line(YamlEntry entry) {
        return new Line(
                entry.text("code"),
                entry.text("name"),
                entry.integer("size"),
                entry.decimal("weight"),
                entry.choice("colour", Colour.class),
                entry.codes("tags", Set.of("x", "y"), "tag"),
                entry.inForce());
    }

    private static List<Line> read(String text) {
        return YamlFile.of("lines.yaml", text).read(root -> root.list("lines", YamlFileTest::line));
    }

    private static List<String> problemsOf(String text) {
        return catchThrowableOfType(CatalogueInvalid.class, () -> read(text)).problems().stream()
                .map(CatalogueProblem::toString)
                .toList();
    }

    private static final String GOOD = """
            lines:
              - code: A
                name: First
                size: 3
                weight: 2.50
                colour: BLUE
                tags: [x, y]
                validFrom: 2024-04-01
                validTo: 2026-04-01
            """;

    @Test
    void aWellFormedFileGivesItsTypedValues() {
        assertThat(read(GOOD))
                .containsExactly(new Line(
                        "A",
                        "First",
                        3,
                        new BigDecimal("2.50"),
                        Colour.BLUE,
                        List.of("x", "y"),
                        new InForce(LocalDate.of(2024, 4, 1), LocalDate.of(2026, 4, 1))));
    }

    @Test
    void everyProblemOfAFileIsReportedAtItsLineInOneReading() {
        var text = """
                lines:
                  - code: A
                    nmae: First
                    size: three
                    weight: [1]
                    colour: GREEN
                    tags: [x, z]
                    validFrom: 2026-04-01
                    validTo: 2024-04-01
                """;

        assertThat(problemsOf(text))
                .containsExactlyInAnyOrder(
                        "lines.yaml:2: missing key \"name\" in A",
                        "lines.yaml:3: unknown key \"nmae\" in A",
                        "lines.yaml:4: \"size\" should be a whole number but is \"three\" in A",
                        "lines.yaml:5: \"weight\" should be a number but is a list or mapping in A",
                        "lines.yaml:6: \"colour\" should be one of RED, BLUE but is \"GREEN\" in A",
                        "lines.yaml:7: no tag \"z\" in A",
                        "lines.yaml:9: validTo 2024-04-01 is not after validFrom 2026-04-01 in A");
    }

    @Test
    void aCodeUsedTwiceIsRefusedUnlessTheDatesInForceDoNotOverlap() {
        var second =
                GOOD.replace("lines:\n", "").replace("2024-04-01", "2025-04-01").replace("2026-04-01", "2027-04-01");
        var successor = second.replace("2025-04-01", "2026-04-01");

        assertThat(problemsOf(GOOD + second)).containsExactly("lines.yaml:10: duplicate code \"A\", first on line 2");
        assertThat(read(GOOD + successor)).extracting(Line::code).containsExactly("A", "A");
    }

    @Test
    void whatARecordItselfRefusesIsAProblemOfTheFile() {
        assertThat(problemsOf(GOOD.replace("size: 3", "size: -1"))).containsExactly("lines.yaml:2: size -1 is below 0");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThat(problemsOf(GOOD.replace("    size: 3\n", "    size: 3\n    size: 4\n")))
                .containsExactly("lines.yaml:5: key \"size\" given twice in A");
    }

    @Test
    void aNumberIsNotTextAndTextIsNotADateNorAWholeNumberAFraction() {
        var text = GOOD.replace("name: First", "name: 12")
                .replace("2024-04-01", "1 April 2024")
                .replace("size: 3", "size: 3.5");

        assertThat(problemsOf(text))
                .containsExactly(
                        "lines.yaml:3: \"name\" should be text but is \"12\" in A",
                        "lines.yaml:4: \"size\" should be a whole number but is \"3.5\" in A",
                        "lines.yaml:8: \"validFrom\" should be a date such as 2026-04-01 but is \"1 April 2024\" in A");
    }

    @Test
    void brokenSyntaxAnEmptyFileAndAMissingFileAreRefusedWithALine() {
        assertThat(problemsOf("lines:\n  - code: [A\n"))
                .singleElement()
                .asString()
                .startsWith("lines.yaml:3: not YAML");
        assertThat(problemsOf("")).containsExactly("lines.yaml:1: a catalogue file is a mapping of keys to values");
        assertThat(problemsOf("other: 1\n"))
                .containsExactly("lines.yaml:1: missing key \"lines\"", "lines.yaml:1: unknown key \"other\"");
        assertThatThrownBy(() -> YamlFile.resource("catalogue/absent.yaml"))
                .isInstanceOf(CatalogueInvalid.class)
                .hasMessage("catalogue/absent.yaml:1: no such file");
    }

    @Test
    void datesInForceAreHalfOpen() {
        var year = new InForce(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1));

        assertThat(year.on(LocalDate.of(2025, 3, 31))).isFalse();
        assertThat(year.on(LocalDate.of(2025, 4, 1))).isTrue();
        assertThat(year.on(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(year.on(LocalDate.of(2026, 4, 1))).isFalse();
        assertThat(year.overlaps(new InForce(LocalDate.of(2026, 4, 1), null))).isFalse();
        assertThat(year.overlaps(new InForce(LocalDate.of(2026, 3, 31), null))).isTrue();
    }
}
