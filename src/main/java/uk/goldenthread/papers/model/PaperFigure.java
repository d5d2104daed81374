package uk.goldenthread.papers.model;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A number in a paper as an object: which named figure it is, for what, and what it was. Its address
/// explains it: the
/// definition and the rows behind it.
///
/// @param name of the figure's definition
/// @param params what it was asked for, in the order of their names
/// @param text as it is read
/// @param value, `numerator` and `denominator` exactly; null where there is none, or where a public
///     edition hides it
public record PaperFigure(
        String name,
        Map<String, String> params,
        String text,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator) {

    public PaperFigure {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
    }

    /// A whole number.
    public static PaperFigure count(String name, Map<String, String> params, long count) {
        return new PaperFigure(name, params, Long.toString(count), BigDecimal.valueOf(count), null, null);
    }

    /// Where it is explained.
    public String href() {
        return "/figures/" + name
                + params.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /// The same figure with what may be published of it.
    public PaperFigure published(String words) {
        return words.equals(text) ? this : new PaperFigure(name, params, words, null, null, null);
    }
}
