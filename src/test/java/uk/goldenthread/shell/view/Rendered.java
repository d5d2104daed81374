package uk.goldenthread.shell.view;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A rendered template, parsed, for tests that ask it about its words.
public record Rendered(String html, Document document) {
    private static final TemplateEngine ENGINE = PageTemplates.templateEngine();

    public static Rendered page(String template, Map<String, ?> params) {
        var output = new StringOutput();
        ENGINE.render(template, new HashMap<String, Object>(params), output);
        return new Rendered(output.toString(), Jsoup.parse(output.toString()));
    }

    public String title() {
        return document.title();
    }

    /// The page's first-level headings; there should be one.
    public List<String> headings() {
        return document.select("h1").eachText();
    }

    /// The words of the links within a part of the page.
    public List<String> links(String within) {
        return document.select(within + " a").eachText();
    }
}
