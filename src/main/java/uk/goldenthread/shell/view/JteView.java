package uk.goldenthread.shell.view;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    private static final int LEAST = 8 * 1024;
    private static final int MOST = 4 * 1024 * 1024;

    private final TemplateEngine engine;
    private final String template;
    /// Bytes its last page had, and some: room that the next need not grow into.
    private volatile int usual = LEAST;

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
        var page = new PageBytes(usual);
        engine.render(template, params, page);
        usual = Math.clamp(page.length() + page.length() / 8, LEAST, MOST);
        response.setContentType(HTML);
        response.setContentLength(page.length());
        page.writeTo(response.getOutputStream());
    }
}
