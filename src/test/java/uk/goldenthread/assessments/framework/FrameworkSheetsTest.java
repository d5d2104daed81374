package uk.goldenthread.assessments.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.FrameworkFile;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Condition.Operator;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Mapping.Line;

class FrameworkSheetsTest {
    private static final Frameworks SHIPPED = Frameworks.load();

    /// Every kind of question and condition there is.
    private static final FrameworkFile EVERYTHING = FrameworkFile.read("own.yaml", """
            code: OWN
            name: "=cmd|'/c calc'!A0 and \\"more\\""
            edition: "2"
            validFrom: 2026-04-01
            validTo: 2027-04-01
            source: ours
            confidence: KNOWN
            scale: MPN
            applies: [TRUST, GP]
            basis: [Care Act 2014, "Data Protection Act 2018, schedule 8"]
            standards:
              - code: A
                name: One
                criteria:
                  - code: "1.10"
                    text: "First, with: a \\\\ and {braces} # and\\nanother line"
                    weight: 12.5
                    critical: true
                    questions:
                      - { code: beds, text: Any beds, answer: YES_NO, required: true }
                      - { code: kind, text: Which, answer: CHOICE, options: [ward and bay, "hospice, at home", other] }
                      - code: many
                        text: How many
                        answer: NUMBER
                        when: { all: [ { question: "1.10", operator: AT_LEAST, value: P }, { question: beds, value: "YES" } ] }
                      - code: since
                        text: Since when
                        answer: DAY
                        when: { any: [ { question: kind, operator: IS_NOT, value: ward and bay }, { question: beds, operator: ANSWERED } ] }
                      - { code: rated, text: Rate it, answer: RATED, scale: PCT_5 }
                  - { code: A2, text: Second, applies: [TRUST], source: theirs, confidence: SEEN, scale: RAG3 }
            """, _ -> false);

    @Test
    void everyFrameworkWrittenAsAWorkbookReadsBackAsTheSameFramework() throws IOException {
        var editions = new ArrayList<>(SHIPPED.editions());
        editions.add(EVERYTHING.orElseThrow());

        for (var edition : editions) {
            var mappings = SHIPPED.mappings().stream()
                    .filter(mapping -> mapping.from().framework().equals(edition.code()))
                    .toList();
            var read = reread(edition, mappings);

            assertThat(read.problems()).as(edition.code()).isEmpty();
            assertThat(read.edition()).isEqualTo(edition);
            assertThat(Set.copyOf(read.mappings())).isEqualTo(Set.copyOf(mappings));
        }
    }

    private static FrameworkFile reread(FrameworkEdition edition, List<Mapping> mappings) throws IOException {
        var out = new ByteArrayOutputStream();
        FrameworkWorkbook.of(edition, mappings, out);
        var written = FrameworkSheets.read(SheetsForTests.read(out.toByteArray()));
        assertThat(written.faults(List.of())).as(edition.code()).isEmpty();
        return FrameworkFile.read("own.xlsx", written.text(), SHIPPED.lines());
    }

    @Test
    void theTemplateHasEverySheetAndColumnThatIsReadBack() throws IOException {
        var out = new ByteArrayOutputStream();
        FrameworkWorkbook.template(out);

        var written = FrameworkSheets.read(SheetsForTests.read(out.toByteArray()));

        assertThat(written.faults(List.of())).isEmpty();
    }

    @Test
    void whatAPersonTypedIsRead() throws IOException {
        var sheets = SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01")
                .row(
                        SheetLayout.LINES,
                        "B",
                        "B2",
                        "Checked",
                        "1.5",
                        "no",
                        "RAG3",
                        "GP",
                        "",
                        "S11_WT/1.1 EQUAL\nSC32 SUPPORTS SEEN")
                .framework("Contract clauses", "SC32");

        var read = read(sheets);

        assertThat(read.faults()).isEmpty();
        var edition = read.sound();
        assertThat(edition.name()).isEqualTo("Care of people at home");
        assertThat(edition.basis()).containsExactly("Care Act 2014", "Children Act 2004 s11");
        assertThat(edition.criterion("A1").orElseThrow().critical()).isTrue();
        assertThat(edition.criterion("A1").orElseThrow().weight()).isEqualTo(new BigDecimal("2"));
        assertThat(edition.criterion("A2").orElseThrow().rated().when())
                .isEqualTo(new Condition(true, List.of(new Condition.Test("A1", Operator.AT_LEAST, "P"))));
        assertThat(edition.criterion("B2").orElseThrow().appliesTo()).containsExactly("GP");
        assertThat(read.file().mappings())
                .extracting(Mapping::from, Mapping::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new Line("OWN_HOME", "B2"), new Line("S11_WT", "1.1")),
                        org.assertj.core.groups.Tuple.tuple(new Line("OWN_HOME", "B2"), new Line("SC32", "SC32")));
    }

    @Test
    void everyFaultIsToldAtItsSheetRowAndColumn() throws IOException {
        var sheets = SheetsForTests.sound("S11_WT", "2026", "1 April")
                .framework("Edition", "")
                .framework("Colour", "blue")
                .standard("A", "Again")
                .standard("C", "Empty")
                .line("B", "B1", "Twice", "", "", "")
                .line("B", "B 3", "", "B1 is 7", "heavy", "perhaps")
                .line("Z", "Z1", "Nowhere", "A1 was good", "", "")
                .question("A1", "L1", "Loop", "YES_NO", "L2 is YES")
                .question("A1", "L2", "Loop", "YES_NO", "L1 is YES")
                .question("B9", "Q", "Of nothing", "SONG", "")
                .row(
                        SheetLayout.LINES,
                        "B",
                        "B4",
                        "Unknown",
                        "",
                        "",
                        "STARS",
                        "NURSES",
                        "",
                        "S11_WT/9.9 EQUAL; nonsense");

        var read = read(sheets);

        assertThat(read.sound()).isNull();
        assertThat(read.faults().stream()
                        .map(fault ->
                                "%s %d %s: %s".formatted(fault.sheet(), fault.row(), fault.column(), fault.message())))
                .containsExactlyInAnyOrder(
                        "Framework 1 Edition: missing \"Edition\" in S11_WT",
                        "Framework 2 Value: \"S11_WT\" is a shipped framework: give your own another code",
                        "Framework 4 Value: \"validFrom\" should be a date such as 2026-04-01 but is \"1 April\" in S11_WT",
                        "Framework 10 What: there is no \"Colour\"",
                        "Standards 4 Code: duplicate code \"A\", first in row 2",
                        "Standards 4 : no line of the sheet Lines names this standard in A",
                        "Standards 5 : no line of the sheet Lines names this standard in C",
                        "Lines 5 Code: duplicate code \"B1\", first in row 4",
                        "Lines 6 Code: \"B 3\" should be at most 20 letters, digits, dots, hyphens or _, beginning with a letter or digit",
                        "Lines 6 Text: missing \"Text\" in B 3",
                        "Lines 6 Weight: \"weight\" should be a number but is \"heavy\" in B 3",
                        "Lines 6 Critical: \"critical\" should be true or false but is \"perhaps\" in B 3",
                        "Lines 6 Shown when: \"7\" is no answer to \"B1\"",
                        "Lines 6 Shown when: unreachable: the condition of \"B 3\" can never hold",
                        "Lines 7 Standard: there is no standard \"Z\"",
                        "Lines 7 Shown when: \"A1 was good\" cannot be read: " + ConditionText.HOW,
                        "Lines 8 Code: B4 applies to nobody",
                        "Lines 8 Scale: unknown scale \"STARS\"",
                        "Lines 8 Asked of: no kind of organisation \"NURSES\" in B4",
                        "Lines 8 Maps to: no line \"S11_WT/9.9\" to map to",
                        "Lines 8 Maps to: \"nonsense\" cannot be read: write it as S11_WT/1.1 EQUAL KNOWN",
                        "Questions 3 Shown when: loop: whether \"L1\" is shown depends on itself",
                        "Questions 4 Shown when: loop: whether \"L2\" is shown depends on itself",
                        "Questions 5 Line: there is no line \"B9\"");
    }

    @Test
    void aWorkbookThatLacksSheetsOrColumnsSaysWhich() throws IOException {
        var sheets = SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01").without(SheetLayout.STANDARDS);

        assertThat(read(sheets).faults())
                .extracting(FrameworkReading.Fault::sheet, FrameworkReading.Fault::message)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Standards", "there is no sheet of this name"),
                        org.assertj.core.groups.Tuple.tuple("Lines", "there is no standard \"A\""));
    }

    private static FrameworkReading read(SheetsForTests sheets) throws IOException {
        var written = FrameworkSheets.read(SheetsForTests.read(sheets.xlsx()));
        var file = FrameworkFile.readOwn("own.xlsx", written.text(), SHIPPED, SHIPPED.codes());
        return new FrameworkReading("own.xlsx", written.text(), file, written.faults(file.problems()));
    }
}
