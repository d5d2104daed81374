package uk.goldenthread.shell.view;

import gg.jte.TemplateEngine;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the page template a controller named: "returns/list" is `src/main/jte/returns/list.jte`. Redirects, forwards
/// and
/// names without a template are left to the resolvers after this one.
public final class JteViewResolver implements ViewResolver, Ordered {
    private final TemplateEngine engine;
    private final Map<String, JteView> views = new ConcurrentHashMap<>();

    public JteViewResolver(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        var known = views.get(viewName);
        if (known != null) {
            return known;
        }
        var template = viewName + ".jte";
        if (viewName.indexOf(':') >= 0 || !engine.hasTemplate(template)) {
            return null;
        }
        return views.computeIfAbsent(viewName, _ -> new JteView(engine, template));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
