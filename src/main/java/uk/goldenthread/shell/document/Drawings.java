package uk.goldenthread.shell.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import uk.goldenthread.shell.charts.Chart;

/// A chart's drawing as paper needs it.
public final class Drawings {
    private static final float PIXELS = 1600;
    private static final String FACES = "font-family=\"Arial,";

    static {
        // Drawings are lettered by the Java platform: without this it would take whatever the machine has.
        register("Arimo_400Regular.ttf");
        register("Arimo_700Bold.ttf");
    }

    private Drawings() {}

    /// The drawing for the PDF renderer, which reads what a figure says from `alt`, and scales by its
    /// style.
    public static String forPrint(Chart chart) {
        var alt = attribute(chart.finding() + ". " + chart.alternative()).replace("$", "\\$");
        return lettered(chart).replaceFirst("<svg ", "<svg alt=\"" + alt + "\" style=\"width: 174mm; height: 76mm\" ");
    }

    /// The drawing as a PNG, for Word.
    public static byte[] png(Chart chart) {
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, PIXELS);
        var bytes = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(lettered(chart))), new TranscoderOutput(bytes));
        } catch (TranscoderException e) {
            throw new IllegalStateException("our own drawing could not be turned into a picture", e);
        }
        return bytes.toByteArray();
    }

    private static String lettered(Chart chart) {
        return chart.svg().replace(FACES, "font-family=\"Arimo, Arial,");
    }

    private static void register(String name) {
        try (var font = PdfPapers.font(name)) {
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, font));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font %s cannot be read".formatted(name), e);
        }
    }

    private static String attribute(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
