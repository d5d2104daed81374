package uk.goldenthread.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which figure is meant: a name and parameters. The same figure always has the same address, whatever
/// order the parameters came in.
///
/// @param name lower-case words joined by hyphens, as `measure-total`
/// @param parameters without empty ones, in alphabetical order
public record FigureRequest(String name, Map<String, String> parameters) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    /// @throws IllegalArgumentException when the name cannot be one
    public FigureRequest {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a figure's name: " + name);
        }
        var kept = new TreeMap<String, String>();
        parameters.forEach((key, value) -> {
            if (!value.isBlank()) {
                kept.put(key, value.strip());
            }
        });
        parameters = Collections.unmodifiableMap(kept);
    }

    /// The stable address within this service:
    /// `/figures/measure?kpi=K03&organisation=RX1&period=2025-26-Q2`.
    public String address() {
        var query = parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return "/figures/" + name + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public Optional<String> find(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    /// A parameter that the figure cannot do without.
    ///
    /// @throws IllegalArgumentException when it is missing
    public String need(String parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalArgumentException("Say which %s the figure is for".formatted(parameter)));
    }
}
