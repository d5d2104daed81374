package uk.goldenthread.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/// A page with a form that somebody opened and left open, as a browser without scripts holds it: whatever others do
/// meanwhile, it sends what it was loaded with.
public final class OpenTab {
    private final Given given;
    private final Given.Person person;
    private Document page;
    private final Map<String, String> typed = new LinkedHashMap<>();

    private OpenTab(Given given, Given.Person person, Document page) {
        this.given = given;
        this.person = person;
        this.page = page;
    }

    /// Opens a page.
    public static OpenTab at(Given given, Given.Person person, String path) {
        return new OpenTab(given, person, Jsoup.parse(given.get(person, path).body(), given.address(path)));
    }

    /// Types into a field, or chooses.
    public OpenTab type(String name, String value) {
        typed.put(name, value);
        return this;
    }

    /// Sends the form that saves as one types, and shows the answer in the tab.
    public HttpResponse<String> send() {
        var form = (FormElement) page.select("form[data-autosave]").first();
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(each -> fields.putIfAbsent(each.key(), each.value()));
        fields.putAll(typed);
        typed.clear();
        var answer = given.post(
                person,
                form.attr("action"),
                fields.entrySet().stream()
                        .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "="
                                + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&")));
        page = Jsoup.parse(answer.body(), given.address(form.attr("action")));
        return answer;
    }

    /// What the tab shows.
    public Document page() {
        return page;
    }
}
