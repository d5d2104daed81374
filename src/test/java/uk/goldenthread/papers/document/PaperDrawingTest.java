package uk.goldenthread.papers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import uk.goldenthread.papers.service.PaperChoices;
import uk.goldenthread.shell.document.PaperDocument;
import uk.goldenthread.shell.document.PdfPapers;
import uk.goldenthread.shell.document.WordPapers;
import uk.goldenthread.shell.view.PageTemplates;
import uk.goldenthread.shell.view.Rendered;

/// A paper as people hold it: PDF and Word.
class PaperDrawingTest {
    private final PaperDocument document = new PaperDocuments(new PaperChoices()).compose(SamplePaper.content());

    @Test
    void thePdfIsTaggedAndSaysItsLanguageAndTitle() throws IOException {
        try (var pdf = pdf()) {
            var catalogue = pdf.getDocumentCatalog();

            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Safeguarding assurance, June 2025");
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(tags(catalogue.getStructureTreeRoot()))
                    .contains("H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Link", "Figure");
            assertThat(new String(catalogue.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid");
        }
    }

    @Test
    void everyChartInThePdfSaysItsFinding() throws IOException {
        try (var pdf = pdf()) {
            var figures = elements(pdf.getDocumentCatalog().getStructureTreeRoot()).stream()
                    .filter(element -> "Figure".equals(element.getStructureType()))
                    .toList();

            assertThat(figures).hasSize(1);
            assertThat(figures.getFirst().getAlternateDescription())
                    .contains("Safeguarding children level 3 training, all providers");
        }
    }

    @Test
    void everyLinkOfThePdfSaysWhereItLeads() throws IOException {
        try (var pdf = pdf()) {
            var links = elements(pdf.getDocumentCatalog().getStructureTreeRoot()).stream()
                    .filter(element -> "Link".equals(element.getStructureType()))
                    .toList();

            assertThat(links)
                    .isNotEmpty()
                    .allSatisfy(
                            link -> assertThat(link.getAlternateDescription()).isNotBlank());
        }
    }

    @Test
    void everyFontOfThePdfIsInIt() throws IOException {
        try (var pdf = pdf()) {
            for (var page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void thePdfReadsInTheOrderOfThePaperAndTheSummaryFitsFourPages() throws IOException {
        try (var pdf = pdf()) {
            var text = new PDFTextStripper().getText(pdf);
            var summary = new PDFTextStripper();
            summary.setEndPage(4);

            assertThat(text)
                    .containsSubsequence(
                            "Safeguarding assurance, June 2025",
                            "Frozen: the figures are those of 4 August 2025 at 9:05am.",
                            "The committee is asked to note the position.",
                            "Alert: needs action or escalation",
                            "Alder & Co <NHS> Trust moved to enhanced",
                            "Returns late or missing",
                            "Appendix: measures");
            assertThat(summary.getText(pdf)).contains("Appendix: measures");
        }
    }

    @Test
    void aStarIsExplainedWhereItStandsInThePdfAndInWord() throws IOException {
        var sample = SamplePaper.content();
        var starred = new Content(
                sample.cover(),
                sample.meetingOn(),
                sample.data(),
                sample.words(),
                List.of(new Content.Point(
                        uk.goldenthread.papers.model.Heading.ASSURE,
                        "Reviews in time. All providers together: *, target 95%.",
                        null)),
                sample.shown(),
                sample.asAt(),
                true,
                sample.chain(),
                sample.provenance());
        var drawn = new PaperDocuments(new PaperChoices()).compose(starred);

        try (var pdf = Loader.loadPDF(
                        new PdfPapers(PageTemplates.templateEngine()).draw(drawn, "https://thread.test"));
                var word = new XWPFDocument(
                        new ByteArrayInputStream(new WordPapers().draw(drawn, "https://thread.test")))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .containsSubsequence(
                            "All providers together: *",
                            "* stands for a figure that is withheld because",
                            "Changes since the last paper");
            assertThat(word.getParagraphs())
                    .anyMatch(paragraph -> paragraph.getText().startsWith("* stands for a figure that is withheld"));
        }
    }

    @Test
    void theWordFileOpensWithRealHeadingsRepeatedHeadRowsAndATextForTheChart() throws IOException {
        var bytes = new WordPapers().draw(document, "https://thread.test");
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var headings = word.getParagraphs().stream()
                    .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .map(paragraph -> paragraph.getText())
                    .toList();

            assertThat(headings)
                    .containsExactly(
                            "Cover sheet",
                            "Executive summary",
                            "Alert, advise, assure",
                            "Changes since the last paper",
                            "Providers by level of oversight",
                            "Returns received",
                            "Sign-off",
                            "Appendix: measures",
                            "How these figures were made");
            assertThat(word.getStyles()
                            .getStyle("Heading1")
                            .getCTStyle()
                            .getPPr()
                            .getOutlineLvl()
                            .getVal())
                    .isEqualTo(java.math.BigInteger.ZERO);
            assertThat(word.getTables())
                    .allSatisfy(table ->
                            assertThat(table.getRow(0).isRepeatHeader()).isTrue());
            assertThat(word.getAllPictures()).hasSize(1);
            assertThat(word.getDocument().xmlText()).contains("descr=\"Safeguarding children level 3 training");
            assertThat(word.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Safeguarding assurance, June 2025");
        }
    }

    @Test
    void figuresOnThePageLinkToWhatExplainsThemAsAtTheInstant() {
        var page = Rendered.page("document/blocks.jte", java.util.Map.of("blocks", document.blocks()));

        assertThat(page.document().select("a:containsOwn(71%)").attr("href"))
                .startsWith("/figures/measure?")
                .endsWith("asAt=2025-08-04T08:05:00Z");
        assertThat(page.document().select("h2").eachText()).startsWith("Cover sheet");
        assertThat(page.html()).contains("Alder &amp; Co &lt;NHS&gt; Trust");
    }

    private PDDocument pdf() throws IOException {
        var bytes = new PdfPapers(PageTemplates.templateEngine()).draw(document, "https://thread.test");
        var kept = System.getProperty("keep.papers");
        if (kept != null) {
            java.nio.file.Files.write(java.nio.file.Path.of(kept, "sample.pdf"), bytes);
            java.nio.file.Files.write(
                    java.nio.file.Path.of(kept, "sample.docx"), new WordPapers().draw(document, "https://thread.test"));
        }
        return Loader.loadPDF(bytes);
    }

    private static Set<String> tags(PDStructureNode root) {
        var tags = new HashSet<String>();
        elements(root).forEach(element -> tags.add(element.getStructureType()));
        return tags;
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        var found = new ArrayList<PDStructureElement>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                found.addAll(elements(element));
            }
        }
        return found;
    }
}
