package uk.goldenthread.shell.charts;

import java.util.Locale;

/// Writes SVG with presentation attributes only: a strict content security policy blocks `style`, and the PDF renderer
/// knows
/// no style sheet of ours.
final class Svg {
    static final String FONT = "Arial, Helvetica, sans-serif";

    private final StringBuilder out = new StringBuilder(2048);

    /// Opens a drawing with its name and its description, both for those who cannot see it.
    static Svg open(double width, double height, String title, String description) {
        var svg = new Svg();
        var spoken = description.isEmpty() ? title : title + ". " + description;
        svg.out
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
                .append(attribute("viewBox", "0 0 " + number(width) + " " + number(height)))
                .append(attribute("width", number(width)))
                .append(attribute("height", number(height)))
                .append(attribute("font-family", FONT))
                .append(attribute("aria-label", spoken))
                .append("><title>")
                .append(escape(title))
                .append("</title><desc>")
                .append(escape(description))
                .append("</desc>");
        return svg;
    }

    Svg rect(double x, double y, double width, double height, String attributes) {
        out.append("<rect").append(at("x", x)).append(at("y", y));
        out.append(at("width", width)).append(at("height", height)).append(' ').append(attributes);
        return close();
    }

    Svg line(double x1, double y1, double x2, double y2, String attributes) {
        out.append("<line").append(at("x1", x1)).append(at("y1", y1));
        out.append(at("x2", x2)).append(at("y2", y2)).append(' ').append(attributes);
        return close();
    }

    Svg circle(double x, double y, double radius, String attributes) {
        out.append("<circle").append(at("cx", x)).append(at("cy", y)).append(at("r", radius));
        out.append(' ').append(attributes);
        return close();
    }

    Svg path(String d, String attributes) {
        out.append("<path").append(attribute("d", d)).append(' ').append(attributes);
        return close();
    }

    Svg text(double x, double y, String words, String attributes) {
        out.append("<text").append(at("x", x)).append(at("y", y)).append(' ').append(attributes);
        out.append('>').append(escape(words)).append("</text>");
        return this;
    }

    /// A group; end it with `end()`. The note is shown where the pointer rests, and says nothing the table does not.
    Svg group(String attributes, String note) {
        out.append("<g ").append(attributes).append('>');
        if (!note.isEmpty()) {
            out.append("<title>").append(escape(note)).append("</title>");
        }
        return this;
    }

    Svg end() {
        out.append("</g>");
        return this;
    }

    String finish() {
        return out.append("</svg>").toString();
    }

    private Svg close() {
        out.append("/>");
        return this;
    }

    /// A number as SVG reads it: a point, no grouping, two decimals.
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String at(String name, double value) {
        return attribute(name, number(value));
    }

    static String attribute(String name, String value) {
        return " " + name + "=\"" + escape(value) + "\"";
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
