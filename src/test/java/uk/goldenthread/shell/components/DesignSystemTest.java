package uk.goldenthread.shell.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.goldenthread.shell.components.Fixtures.Fixture;
import uk.goldenthread.shell.view.Rendered;

/// Our templates against the design system's own fixtures. A fixture is taken when every option in it is one that our
/// template
/// offers; how many must be taken is counted, so that none drops out unseen.
class DesignSystemTest {
    private static final Set<String> FIELD =
            Set.of("label", "hint", "errorMessage", "id", "name", "classes", "disabled", "value");
    private static final Set<String> CHOICE = Set.of(
            "fieldset", "hint", "errorMessage", "idPrefix", "name", "items", "inline", "small", "value", "values");

    static Stream<Fixture> taken() {
        return Stream.of(
                        of("button", Set.of("text", "variant", "small", "href", "disabled", "preventDoubleClick")),
                        of(
                                "input",
                                plus(
                                        FIELD,
                                        "width",
                                        "inputmode",
                                        "autocomplete",
                                        "type",
                                        "code",
                                        "spellcheck",
                                        "prefix",
                                        "suffix")),
                        of("textarea", plus(FIELD, "rows", "autocomplete")),
                        of("character-count", plus(FIELD, "rows", "maxlength", "maxwords", "threshold")),
                        of("select", plus(FIELD, "items")),
                        of("radios", CHOICE),
                        of("checkboxes", CHOICE),
                        of(
                                "date-input",
                                Set.of("fieldset", "hint", "errorMessage", "id", "values", "namePrefix", "disabled")),
                        of("file-upload", plus(FIELD, "multiple")),
                        of("label", Set.of("text", "size", "heading")),
                        of("fieldset", Set.of("legend")),
                        of("hint", Set.of("text")),
                        of("error-message", Set.of("text")),
                        of("error-summary", Set.of("heading", "errorList", "description")),
                        of("inset-text", Set.of("text")),
                        of("warning-callout", Set.of("heading", "text")),
                        of("card", Set.of("heading", "description", "href", "clickable", "variant")),
                        of("details", Set.of("summary", "text", "open")),
                        of("summary-list", Set.of("rows", "border", "lastRowBorder")),
                        of("tables", Set.of("caption", "head", "rows", "firstCellIsHeader", "lastRowBorder")),
                        of("tag", Set.of("text", "colour", "border")),
                        of("task-list", Set.of("idPrefix", "items")),
                        of("pagination", Set.of("previous", "next", "items")),
                        of("breadcrumb", Set.of("items")),
                        of("back-link", Set.of("text", "href")),
                        of("notification-banner", Set.of("text", "variant")))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void ourMarkupIsTheDesignSystems(Fixture fixture) {
        var params = new FixtureParams(fixture).params();
        var rendered = Rendered.page(FixtureParams.template(fixture.component()), params)
                .html();

        assertThat(Fixtures.seen(rendered)).isEqualTo(Fixtures.seen(fixture.html()));
    }

    @Test
    void noFixtureDropsOutUnseen() {
        var components = new LinkedHashSet<String>();
        var count = taken().peek(fixture -> components.add(fixture.component())).count();

        assertThat(components).hasSize(26);
        assertThat(count).isGreaterThanOrEqualTo(280);
    }

    private static Stream<Fixture> of(String component, Set<String> options) {
        return Fixtures.of(component).stream()
                .filter(fixture ->
                        options.containsAll(List.copyOf(fixture.context().propertyNames())))
                .filter(FixtureParams::supported);
    }

    private static Set<String> plus(Set<String> some, String... more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
