package uk.goldenthread.shell.components;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The design system's own fixtures: what each component must look like for given options.
final class Fixtures {
    private static final Path COMPONENTS = Path.of("node_modules", "nhsuk-frontend", "dist", "nhsuk", "components");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Fixtures() {}

    record Fixture(String component, String name, JsonNode context, String html) {
        @Override
        public String toString() {
            return component + ": " + name + " " + Integer.toHexString(html.hashCode());
        }
    }

    static List<Fixture> of(String component) {
        try {
            var file =
                    JSON.readTree(Files.readString(COMPONENTS.resolve(component).resolve("fixtures.json")));
            return StreamSupport.stream(file.get("fixtures").spliterator(), false)
                    .map(each -> new Fixture(
                            component,
                            each.get("name").asString(),
                            each.get("context"),
                            each.get("html").asString()))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the design system is not in node_modules: run bin/front-end", unreadable);
        }
    }

    /// The markup as a browser would see it: classes as sets, attributes in order of name, white space as one space at
    /// most.
    static String seen(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        return body.childNodes().stream()
                .map(Fixtures::node)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String node(Node node) {
        if (node instanceof TextNode text) {
            return text.text().strip();
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        var attributes = element.attributes().asList().stream()
                .sorted(Comparator.comparing(attribute -> attribute.getKey()))
                .map(attribute -> " " + attribute.getKey() + "="
                        + (attribute.getKey().equals("class")
                                ? new TreeSet<>(element.classNames())
                                : attribute.getValue()))
                .collect(Collectors.joining());
        var children = element.childNodes().stream()
                .map(Fixtures::node)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return "<" + element.tagName() + attributes + ">\n" + children.indent(1) + "</>";
    }
}
