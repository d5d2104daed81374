package uk.goldenthread.imports.intake;

import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads one XML part of a workbook for what could hurt the reader that comes after: a document type (no entity is
/// ever resolved, but Office writes none, so one is an attack), cells far out to the right, rows beyond the limit, and
/// array or shared formulas so many or so long that expanding them would take for ever.
final class PartScan {
    /// Excel's own last column, XFD.
    private static final int LAST_COLUMN = 16_384;
    private static final int MOST_ARRAY_FORMULAS = 200;
    private static final long MOST_FORMULA_WORK = 2_000_000_000L;

    private final Limits limits;
    private int rows;
    private int arrayFormulas;
    private long sharedUses;
    private long longestShared;

    private PartScan(Limits limits) {
        this.limits = limits;
    }

    static boolean looksLikeXml(String name, byte[] start) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
            return true;
        }
        return start.length > 1
                && (start[0] == '<'
                        || Character.isWhitespace(start[0])
                        || start[0] == (byte) 0xEF
                        || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                        || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
                        || start[0] == 0);
    }

    static void check(String name, InputStream part, Limits limits) {
        try {
            new PartScan(limits).scan(factory().createXMLStreamReader(part));
        } catch (XMLStreamException e) {
            var lower = name.toLowerCase(Locale.ROOT);
            // Drawings of older Excel (.vml) are not well-formed XML; what matters of the others is.
            if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
                throw new Refused(Sentences.DAMAGED);
            }
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void scan(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new Refused("This workbook holds a document type, which Excel never writes, and is not read."
                            + " Save it again in Excel and try again.");
                case XMLStreamConstants.START_ELEMENT -> element(xml);
                default -> {
                    // text, comments and ends are of no danger in themselves
                }
            }
        }
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "row" -> {
                if (++rows > limits.maxRows()) {
                    throw new Refused(Sentences.tooManyRows(limits));
                }
            }
            case "c" -> {
                if (column(xml.getAttributeValue(null, "r")) > LAST_COLUMN) {
                    throw new Refused(Sentences.DAMAGED);
                }
            }
            case "f" -> formula(xml);
            default -> {
                // nothing else changes how much is read
            }
        }
    }

    private void formula(XMLStreamReader xml) throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        if ("array".equals(type) && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
            throw tooManyFormulas();
        }
        if ("shared".equals(type)) {
            sharedUses++;
            longestShared = Math.max(longestShared, xml.getElementText().length());
            // Expanding a shared formula joins strings, so its cost grows with the square of its length.
            if (sharedUses * longestShared * longestShared / 16 > MOST_FORMULA_WORK) {
                throw tooManyFormulas();
            }
        }
    }

    private static Refused tooManyFormulas() {
        return new Refused("This workbook has too many formulas. Copy the sheet, paste it as values and try again.");
    }

    /// The column of a reference such as `AB12`, from 1; 0 when there is none.
    private static long column(@Nullable String reference) {
        var column = 0L;
        for (var i = 0; reference != null && i < reference.length() && i < 12; i++) {
            var c = Character.toUpperCase(reference.charAt(i));
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column;
    }
}
