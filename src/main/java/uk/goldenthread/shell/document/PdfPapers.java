package uk.goldenthread.shell.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/// Draws a paper as a tagged PDF (PDF/UA-1): language, title, headings, tables with header cells, a text
/// for every
/// chart.
/// The fonts are embedded: Arimo, which has the measures of the charts' Arial and may be passed on.
@Component
public class PdfPapers {
    static {
        // what it loads and where it is in its work is no news; what is wrong with a document is
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final TemplateEngine templates;

    public PdfPapers(TemplateEngine templates) {
        this.templates = templates;
    }

    /// @param base this service's address, before each link
    public byte[] draw(PaperDocument document, String base) {
        var html = new StringOutput();
        templates.render("document/print.jte", Map.of("document", document, "base", base), html);
        var pdf = new ByteArrayOutputStream();
        try (var svg = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.usePdfVersion(1.7f);
            builder.useSVGDrawer(svg);
            builder.useFont(() -> font("Arimo_400Regular.ttf"), "Arial", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("Arimo_700Bold.ttf"), "Arial", 700, FontStyle.NORMAL, true);
            builder.withHtmlContent(html.toString(), null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    static InputStream font(String name) {
        return Objects.requireNonNull(
                PdfPapers.class.getResourceAsStream("/fonts/" + name), "the build put no font " + name + " in place");
    }
}
