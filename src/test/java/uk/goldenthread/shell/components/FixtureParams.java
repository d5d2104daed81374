package uk.goldenthread.shell.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.goldenthread.shell.components.Fixtures.Fixture;

/// Turns a fixture's options into our template's parameters.
final class FixtureParams {
    private static final Set<String> NESTED = Set.of(
            "text",
            "heading",
            "size",
            "level",
            "value",
            "hint",
            "divider",
            "checked",
            "selected",
            "legend",
            "href",
            "key",
            "actions",
            "items",
            "visuallyHiddenText",
            "status",
            "tag",
            "colour",
            "number",
            "ellipsis",
            "current",
            "format",
            "day",
            "month",
            "year");
    private static final Map<String, Set<String>> NESTED_TOO =
            Map.of("summary-list", Set.of("html"), "tables", Set.of("html"), "task-list", Set.of("border", "classes"));

    /// Fixtures of what we do not offer: markup not given, the absence of what we require, and the design system's own
    /// past.
    private static final List<String> NOT_OFFERED = List.of(
            "call block",
            "empty item",
            "deprecated",
            "translations",
            "string items",
            "neither maxlength",
            "JavaScript",
            "chevron",
            "top task",
            "description only",
            "custom HTML");

    private static final Map<String, String> TEMPLATES = Map.ofEntries(
            Map.entry("character-count", "characterCount"),
            Map.entry("date-input", "dateInput"),
            Map.entry("file-upload", "fileUpload"),
            Map.entry("error-message", "errorMessage"),
            Map.entry("error-summary", "errorSummary"),
            Map.entry("inset-text", "insetText"),
            Map.entry("warning-callout", "warningCallout"),
            Map.entry("summary-list", "summaryList"),
            Map.entry("tables", "table"),
            Map.entry("task-list", "taskList"),
            Map.entry("back-link", "backLink"),
            Map.entry("notification-banner", "notificationBanner"));

    private final Fixture fixture;
    private final JsonNode given;
    private final Map<String, Object> params = new HashMap<>();

    FixtureParams(Fixture fixture) {
        this.fixture = fixture;
        this.given = fixture.context();
    }

    static String template(String component) {
        return "nhs/" + TEMPLATES.getOrDefault(component, component) + ".jte";
    }

    /// Whether every option within the options is one we read. Call blocks hold markup that the fixture does not give.
    static boolean supported(Fixture fixture) {
        var context = fixture.context();
        var kind = fixture.component();
        var nested = StreamSupport.stream(context.spliterator(), false).flatMap(FixtureParams::all);
        return NOT_OFFERED.stream().noneMatch(fixture.name()::contains)
                && nested.allMatch(name -> NESTED.contains(name)
                        || NESTED_TOO.getOrDefault(kind, Set.of()).contains(name))
                && !context.path("errorMessage").isBoolean()
                && context.path("preventDoubleClick").asBoolean(true)
                && (!kind.equals("back-link") || context.has("href"))
                && (!kind.equals("card") || context.has("description"))
                && (!kind.equals("pagination") || context.has("items"))
                && (!kind.equals("tables") || context.has("caption"))
                && (!kind.equals("character-count") || !context.has("disabled"))
                && (!kind.equals("tag") || !context.path("colour").isBoolean())
                && (!Set.of("radios", "checkboxes", "date-input").contains(kind)
                        || context.path("fieldset").has("legend"))
                && !context.path("classes").asString("").contains("--");
    }

    private static Stream<String> all(JsonNode node) {
        return Stream.concat(
                node.isObject() ? node.propertyNames().stream() : Stream.empty(),
                StreamSupport.stream(node.spliterator(), false).flatMap(FixtureParams::all));
    }

    Map<String, Object> params() {
        switch (fixture.component()) {
            case "button" -> {
                plain("text", "variant", "small", "href", "disabled");
                params.put("once", given.has("preventDoubleClick"));
            }
            case "input", "textarea", "character-count", "select", "file-upload" -> field();
            case "radios", "checkboxes" -> choices();
            case "date-input" -> date();
            case "label" -> labelled(given, "text", "size");
            case "fieldset" -> {
                labelled(given.get("legend"), "legend", "size");
                params.put("content", (Content) output -> {});
            }
            case "error-summary" -> {
                text("heading");
                text("description");
                params.put(
                        "errors",
                        new FieldErrors(list(
                                "errorList",
                                each -> new FieldError(
                                        each.has("href")
                                                ? each.get("href").asString().substring(1)
                                                : null,
                                        words(each)))));
            }
            case "warning-callout" -> {
                params.put("heading", given.has("heading") ? words(given.get("heading")) : null);
                text("text");
            }
            case "card" -> {
                text("heading");
                text("description");
                put("size", given.path("heading").path("size"));
                put("level", given.path("heading").path("level"));
                plain("href", "clickable", "variant");
            }
            case "details" -> {
                text("summary");
                plain("text", "open");
            }
            case "summary-list" -> summary();
            case "tables" -> table();
            case "tag" -> {
                plain("text", "border");
                params.put("tone", tone(given.path("colour").asString("plain")));
            }
            case "task-list" -> {
                put("idPrefix", given.path("idPrefix"));
                params.put("tasks", list("items", FixtureParams::task));
            }
            case "pagination" -> params.put("links", pages());
            case "breadcrumb" ->
                params.put(
                        "items",
                        list(
                                "items",
                                each -> new Link(words(each), each.get("href").asString())));
            case "notification-banner" -> {
                plain("text");
                params.put("success", given.path("variant").asString("").equals("success"));
            }
            default -> plain("text", "href");
        }
        return params;
    }

    private void field() {
        labelled(given.get("label"), "label", "labelSize");
        notes();
        plain(
                "id",
                "name",
                "classes",
                "disabled",
                "value",
                "inputmode",
                "autocomplete",
                "type",
                "code",
                "multiple",
                "rows");
        plain("maxlength", "maxwords", "threshold");
        for (var asText : List.of("width", "spellcheck", "prefix", "suffix")) {
            if (given.has(asText)) {
                params.put(asText, words(given.get(asText)));
            }
        }
        if (given.has("items")) {
            params.put("options", list("items", FixtureParams::option));
            chosen().findFirst().ifPresent(value -> params.put("value", value));
        }
    }

    private void choices() {
        labelled(given.get("fieldset").get("legend"), "legend", "size");
        notes();
        plain("name", "inline", "small");
        params.putIfAbsent("name", given.path("idPrefix").asString(""));
        put("id", given.path("idPrefix"));
        params.put("options", list("items", FixtureParams::option));
        if (fixture.component().equals("radios")) {
            plain("value");
            chosen().findFirst().ifPresent(value -> params.put("value", value));
        } else {
            var values = given.has("values") ? list("values", JsonNode::asString) : chosen().toList();
            params.put("values", values);
        }
    }

    private Stream<String> chosen() {
        return StreamSupport.stream(given.get("items").spliterator(), false)
                .filter(each -> each.path("checked").asBoolean(false)
                        || each.path("selected").asBoolean(false))
                .map(each -> each.get("value").asString());
    }

    private void date() {
        labelled(given.get("fieldset").get("legend"), "legend", "size");
        notes();
        plain("id", "namePrefix", "disabled");
        var values = given.path("values");
        if (values.isObject()) {
            params.put(
                    "value",
                    new DateParts(
                            values.path("day").asString(null),
                            values.path("month").asString(null),
                            values.path("year").asString(null)));
        }
    }

    private void summary() {
        plain("border", "lastRowBorder");
        params.put("rows", list("rows", row -> {
            var links = new ArrayList<Link>();
            var actions = row.path("actions");
            for (var each : actions.isArray() ? actions : actions.path("items")) {
                links.add(new Link(
                        words(each),
                        each.get("href").asString(),
                        each.path("visuallyHiddenText").asString(null)));
            }
            var value = row.get("value");
            var markup = value.has("html") ? content(value.get("html").asString()) : null;
            return new SummaryRow(words(row.get("key")), markup == null ? words(value) : null, markup, links);
        }));
    }

    private void table() {
        plain("lastRowBorder");
        text("caption");
        params.putIfAbsent("caption", "");
        put("captionSize", given.path("caption").path("size"));
        params.put(
                "columns",
                list(
                        "head",
                        each -> each.path("format").asString("").equals("numeric")
                                ? Column.figures(words(each))
                                : Column.text(words(each))));
        var named = given.path("firstCellIsHeader").asBoolean(false);
        params.put("rows", list("rows", row -> {
            var cells = new ArrayList<Cell>();
            for (var each : row) {
                var markup = each.has("html") ? content(each.get("html").asString()) : null;
                cells.add(new Cell(markup == null ? words(each) : null, markup, null, named && cells.isEmpty(), null));
            }
            return List.copyOf(cells);
        }));
    }

    private PageLinks pages() {
        return new PageLinks(
                given.path("previous").path("href").asString(null),
                given.path("next").path("href").asString(null),
                list(
                        "items",
                        each -> new PageLinks.Item(
                                each.path("number").asInt(0),
                                each.path("href").asString(null),
                                each.path("current").asBoolean(false))));
    }

    private static Task task(JsonNode item) {
        var status = item.get("status");
        var tag = status.path("tag");
        var done = tag.path("colour").isBoolean();
        var tone = tag.isObject() && !done ? tone(tag.path("colour").asString("plain")) : Tone.PLAIN;
        var hint = item.has("hint") ? words(item.get("hint")) : null;
        var words = words(tag.isObject() ? tag : status);
        return new Task(words(item.get("heading")), item.path("href").asString(null), hint, words, tone, done);
    }

    private static Option option(JsonNode item) {
        return item.has("divider")
                ? Option.divider(item.get("divider").asString())
                : Option.of(
                        item.path("value").asString(""),
                        words(item),
                        item.has("hint") ? words(item.get("hint")) : null);
    }

    /// A label or a legend: "heading" makes it the page's heading, of level 1 unless it says another.
    private void labelled(JsonNode label, String textName, String sizeName) {
        var heading = label.path("heading");
        var inHeading = heading.isString() || heading.has("text");
        params.put(textName, inHeading ? words(heading) : words(label));
        params.put(sizeName, label.path("size").asString(heading.path("size").asString(null)));
        params.put(
                "heading", heading.isMissingNode() ? 0 : heading.path("level").asInt(1));
    }

    private void notes() {
        if (given.has("hint")) {
            params.put("hint", words(given.get("hint")));
        }
        if (given.has("errorMessage")) {
            params.put("error", words(given.get("errorMessage")));
        }
    }

    private void text(String name) {
        if (given.has(name)) {
            params.put(name, words(given.get(name)));
        }
    }

    private void plain(String... names) {
        for (var name : names) {
            put(name, given.path(name));
        }
    }

    private void put(String name, JsonNode value) {
        if (value.isBoolean()) {
            params.put(name, value.asBoolean());
        } else if (value.isInt()) {
            params.put(name, value.asInt());
        } else if (value.isString()) {
            params.put(name, value.asString());
        }
    }

    private <T> List<T> list(String name, java.util.function.Function<JsonNode, T> each) {
        return StreamSupport.stream(given.path(name).spliterator(), false)
                .map(each)
                .toList();
    }

    private static String words(JsonNode node) {
        return node.isObject() ? node.path("text").asString("") : node.asString();
    }

    private static Tone tone(String colour) {
        return Tone.valueOf(colour.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable Content content(String html) {
        return output -> output.writeContent(html);
    }
}
