package uk.goldenthread.shell.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.springframework.stereotype.Component;
import uk.goldenthread.shell.document.Block.Run;

/// Draws a paper for Word: real headings, tables whose first row repeats, a text for every chart. Those who
/// must finish
/// it in their organisation's own template can.
@Component
public class WordPapers {
    private static final int PICTURE_WIDTH = 470;
    private static final int PICTURE_HEIGHT = 206;

    /// @param base this service's address, before each link
    public byte[] draw(PaperDocument document, String base) {
        try (var word = new XWPFDocument()) {
            WordStyles.put(word);
            word.getProperties().getCoreProperties().setTitle(document.title());
            word.getProperties().getCoreProperties().setCreator("Golden Thread");
            paragraph(word, null).createRun().setText(document.caption());
            paragraph(word, WordStyles.TITLE).createRun().setText(document.title());
            paragraph(word, null).createRun().setText(document.shown());
            for (var block : document.blocks()) {
                draw(word, block, base);
            }
            var bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(XWPFDocument word, Block block, String base) {
        switch (block) {
            case Block.Heading heading -> {
                var paragraph = paragraph(word, heading.level() == 2 ? WordStyles.HEADING_1 : WordStyles.HEADING_2);
                paragraph.setPageBreak(heading.newPage());
                paragraph.createRun().setText(heading.text());
            }
            case Block.Paragraph paragraph -> runs(paragraph(word, null), paragraph.runs(), base);
            case Block.Bullets bullets ->
                bullets.items().forEach(item -> {
                    var paragraph = paragraph(word, WordStyles.BULLET);
                    paragraph.setNumID(WordStyles.bullets(word));
                    runs(paragraph, item, base);
                });
            case Block.Facts facts -> facts(word, facts);
            case Block.Table table -> table(word, table, base);
            case Block.Picture picture -> picture(word, picture);
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument word, @org.jspecify.annotations.Nullable String style) {
        var paragraph = word.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        return paragraph;
    }

    private static void runs(XWPFParagraph paragraph, List<Run> runs, String base) {
        for (var run : runs) {
            if (run.href() == null) {
                paragraph.createRun().setText(run.text());
            } else {
                XWPFRun link = paragraph.createHyperlinkRun(base + run.href());
                link.setText(run.text());
                link.setColor("005EB8");
                link.setUnderline(org.apache.poi.xwpf.usermodel.UnderlinePatterns.SINGLE);
            }
        }
    }

    private static void facts(XWPFDocument word, Block.Facts facts) {
        var table = word.createTable(facts.facts().size() + 1, 2);
        table.setWidth("100%");
        cell(table.getRow(0).getCell(0), List.of(Run.plain("Question")), true, false, "");
        cell(table.getRow(0).getCell(1), List.of(Run.plain("Answer")), true, false, "");
        table.getRow(0).setRepeatHeader(true);
        for (int index = 0; index < facts.facts().size(); index++) {
            var fact = facts.facts().get(index);
            var row = table.getRow(index + 1);
            row.setCantSplitRow(true);
            cell(row.getCell(0), List.of(Run.plain(fact.name())), true, false, "");
            cell(row.getCell(1), List.of(Run.plain(String.join("\n", fact.lines()))), false, false, "");
        }
        WordStyles.describe(table, facts.caption());
        word.createParagraph();
    }

    private static void table(XWPFDocument word, Block.Table block, String base) {
        paragraph(word, WordStyles.CAPTION).createRun().setText(block.caption());
        var table = word.createTable(block.rows().size() + 1, block.columns().size());
        table.setWidth("100%");
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int column = 0; column < block.columns().size(); column++) {
            var each = block.columns().get(column);
            cell(head.getCell(column), List.of(Run.plain(each.label())), true, each.numeric(), base);
        }
        for (int index = 0; index < block.rows().size(); index++) {
            var row = table.getRow(index + 1);
            row.setCantSplitRow(true);
            for (int column = 0; column < block.columns().size(); column++) {
                cell(
                        row.getCell(column),
                        List.of(block.rows().get(index).get(column)),
                        false,
                        block.columns().get(column).numeric(),
                        base);
            }
        }
        WordStyles.describe(table, block.caption());
        word.createParagraph();
    }

    private static void cell(XWPFTableCell cell, List<Run> runs, boolean bold, boolean numeric, String base) {
        var paragraph = cell.getParagraphs().getFirst();
        if (numeric) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        if (bold) {
            var run = paragraph.createRun();
            run.setBold(true);
            run.setText(runs.getFirst().text());
        } else {
            lines(cell, paragraph, runs, base);
        }
    }

    /// Lines within one cell become paragraphs of it.
    private static void lines(XWPFTableCell cell, XWPFParagraph first, List<Run> runs, String base) {
        var text = runs.getFirst().text();
        if (runs.size() > 1 || runs.getFirst().href() != null || !text.contains("\n")) {
            runs(first, runs, base);
            return;
        }
        var lines = text.lines().toList();
        first.createRun().setText(lines.getFirst());
        lines.subList(1, lines.size())
                .forEach(line -> cell.addParagraph().createRun().setText(line));
    }

    private static void picture(XWPFDocument word, Block.Picture picture) {
        var chart = picture.chart();
        var run = paragraph(word, null).createRun();
        try (var png = new ByteArrayInputStream(Drawings.png(chart))) {
            var placed = run.addPicture(
                    png, PictureType.PNG, "chart.png", Units.toEMU(PICTURE_WIDTH), Units.toEMU(PICTURE_HEIGHT));
            placed.getCTPicture().getNvPicPr().getCNvPr().setDescr(chart.finding() + ". " + chart.alternative());
            run.getCTR()
                    .getDrawingArray(0)
                    .getInlineArray(0)
                    .getDocPr()
                    .setDescr(chart.finding() + ". " + chart.alternative());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("our own picture is not a PNG", e);
        }
    }
}
