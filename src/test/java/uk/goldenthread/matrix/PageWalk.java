package uk.goldenthread.matrix;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import uk.goldenthread.support.Given;

/// Follows the links of the running application as a person would, from Home, and keeps one address of each page that
/// was found.
final class PageWalk {
    /// So many addresses of one page are looked at for links, by each person: the first may lack a link that another
    /// has.
    private static final int LOOKS = 4;

    private final Given given;
    private final List<PathPattern> pages;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    /// A page and who came upon it.
    record Found(String pattern, String address, Given.Person by) {}

    PageWalk(Given given, List<Endpoints.Endpoint> endpoints) {
        this.given = given;
        this.pages = endpoints.stream()
                .map(endpoint -> PathPatternParser.defaultInstance.parse(endpoint.pattern()))
                .sorted()
                .toList();
    }

    /// Follows every link that this person sees.
    void walk(Given.Person person) {
        var looked = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of("/"));
        while (!waiting.isEmpty()) {
            var address = waiting.remove();
            var pattern = patternOf(address);
            if (pattern.isEmpty() || !seen.add(address) || looked.merge(pattern.get(), 1, Integer::sum) > LOOKS) {
                continue;
            }
            var answer = given.get(person, address);
            if (answer.statusCode() == 302) {
                found.putIfAbsent(pattern.get(), new Found(pattern.get(), "", person));
                waiting.add(path(answer.headers().firstValue("Location").orElse("/")));
            } else if (answer.statusCode() != 200) {
                broken.add(
                        "%s as %s answered %d".formatted(address, person.actor().roles(), answer.statusCode()));
            } else if (isPage(answer.headers().firstValue("Content-Type").orElse(""))) {
                found.putIfAbsent(pattern.get(), new Found(pattern.get(), address, person));
                Jsoup.parse(answer.body()).select("a[href^=/]").eachAttr("href").stream()
                        .map(PageWalk::path)
                        .forEach(waiting::add);
            } else {
                found.putIfAbsent(pattern.get(), new Found(pattern.get(), "", person));
                looked.put(pattern.get(), LOOKS); // one of a kind of file is enough
            }
        }
    }

    private static boolean isPage(String type) {
        return type.startsWith("text/html");
    }

    private static String path(String href) {
        var address = URI.create(href.replace(" ", "%20").replace("|", "%7C"));
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private Optional<String> patternOf(String address) {
        var path = PathContainer.parsePath(address.replaceFirst("\\?.*", ""));
        return pages.stream()
                .filter(page -> page.matches(path))
                .map(PathPattern::getPatternString)
                .findFirst();
    }

    /// One address of each page; empty where the page is a file to keep.
    List<Found> found() {
        return List.copyOf(found.values());
    }

    /// Links that led nowhere.
    List<String> broken() {
        return List.copyOf(broken);
    }
}
