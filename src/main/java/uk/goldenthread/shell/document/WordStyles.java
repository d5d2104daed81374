package uk.goldenthread.shell.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// The styles of a paper in Word. Headings are Word's own, so that its navigation, contents and screen
/// readers know
/// them.
final class WordStyles {
    static final String TITLE = "Title";
    static final String HEADING_1 = "Heading1";
    static final String HEADING_2 = "Heading2";
    static final String CAPTION = "Caption";
    static final String BULLET = "ListParagraph";

    private WordStyles() {}

    static void put(XWPFDocument word) {
        var styles = word.createStyles();
        styles.setEastAsia("en-GB");
        styles.setSpellingLanguage("en-GB");
        style(word, new Look(TITLE, "Title", 40, true, -1));
        style(word, new Look(HEADING_1, "heading 1", 28, true, 0));
        style(word, new Look(HEADING_2, "heading 2", 24, true, 1));
        style(word, new Look(CAPTION, "caption", 20, true, -1));
        style(word, new Look(BULLET, "List Paragraph", 21, false, -1));
    }

    /// @param size in half points
    /// @param outline level of the outline from 0; -1 for none
    private record Look(String id, String name, long size, boolean bold, int outline) {}

    private static void style(XWPFDocument word, Look look) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(look.id());
        style.addNewName().setVal(look.name());
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        style.addNewUiPriority().setVal(BigInteger.ONE);
        var paragraph = style.addNewPPr();
        if (look.bold()) {
            paragraph.addNewKeepNext();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(look.outline() >= 0 ? 240 : 0));
        spacing.setAfter(BigInteger.valueOf(80));
        if (look.outline() >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(look.outline()));
        }
        var run = style.addNewRPr();
        var font = run.addNewRFonts();
        font.setAscii("Arial");
        font.setHAnsi("Arial");
        run.addNewSz().setVal(BigInteger.valueOf(look.size()));
        if (look.bold()) {
            run.addNewB();
        }
        word.getStyles().addStyle(new XWPFStyle(style));
    }

    /// The number of the list of bullets, made once a document.
    static BigInteger bullets(XWPFDocument word) {
        var numbering = word.getNumbering() == null ? word.createNumbering() : word.getNumbering();
        if (!numbering.getNums().isEmpty()) {
            return numbering.getNums().getFirst().getCTNum().getNumId();
        }
        var list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        var level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("•");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(360));
        indent.setHanging(BigInteger.valueOf(240));
        return numbering.addNum(
                numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list, numbering)));
    }

    /// Says what a table holds, for those who cannot see it.
    static void describe(XWPFTable table, String words) {
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblCaption().setVal(words);
    }
}
