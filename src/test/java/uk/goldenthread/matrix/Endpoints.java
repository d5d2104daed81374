package uk.goldenthread.matrix;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Open;
import uk.goldenthread.catalogue.RoleDefinition;

/// Every address of the running application that our own handlers answer, read from the application itself.
final class Endpoints {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

    private Endpoints() {}

    /// One handler at one address.
    ///
    /// @param needs what it asks of the person; null when it says it is open
    record Endpoint(
            String method,
            String pattern,
            HandlerMethod handler,
            @Nullable Needs needs,
            @Nullable Open open) {
        Set<String> variables() {
            var names = new TreeSet<String>();
            VARIABLE.matcher(pattern).results().forEach(m -> names.add(m.group(1)));
            return names;
        }

        /// The address with each variable filled in; one that is not given becomes `otherwise`.
        String address(Map<String, String> values, String otherwise) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(
                            m -> java.util.regex.Matcher.quoteReplacement(values.getOrDefault(m.group(1), otherwise)));
        }

        /// Whether the role holds a permission that is enough here.
        boolean isFor(RoleDefinition role) {
            var needs = Objects.requireNonNull(needs());
            return EnumSet.of(needs.value(), needs.or()).stream()
                    .anyMatch(permission -> role.permissions().contains(permission.name()));
        }

        /// Whether it is refused to tokens.
        boolean inPerson() {
            return needs != null && needs.inPerson();
        }

        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("uk.goldenthread"))
                .flatMap(e -> e.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(
                                        e.getKey().getMethodsCondition().getMethods())
                                .stream()
                                .map(method -> new Endpoint(
                                        method,
                                        pattern,
                                        e.getValue(),
                                        e.getValue().getMethodAnnotation(Needs.class),
                                        e.getValue().getMethodAnnotation(Open.class)))))
                .sorted(Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method))
                .toList();
    }

    private static List<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).sorted().toList();
    }
}
