package uk.goldenthread.shell.view;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// One JTE template as a Spring view. The page is rendered whole before the first byte is sent, so a template that
/// fails still
/// leaves room for an error page, and the length is known.
final class JteView implements View {
    static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine engine;
    private final String template;

    JteView(TemplateEngine engine, String template) {
        this.engine = engine;
        this.template = template;
    }

    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var params = new HashMap<String, Object>();
        if (model != null) {
            params.putAll(model);
        }
        var page = new Utf8ByteOutput();
        engine.render(template, params, page);
        response.setContentType(HTML);
        response.setContentLength(page.getContentLength());
        // A page is thousands of small pieces: one write, for each goes through every filter's stream.
        var whole = new ByteArrayOutputStream(page.getContentLength());
        page.writeTo(whole);
        whole.writeTo(response.getOutputStream());
    }
}
