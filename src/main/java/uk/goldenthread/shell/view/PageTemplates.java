package uk.goldenthread.shell.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The page templates, compiled and type-checked by the build.
@Configuration(proxyBeanMethods = false)
public class PageTemplates {
    /// The engine for pages and papers alike; HTML-escapes by context.
    @Bean
    public static TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    JteViewResolver jteViewResolver(TemplateEngine engine) {
        return new JteViewResolver(engine);
    }
}
