package uk.goldenthread.assessments.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.assessments.framework.FrameworkSheets.Place;

/// A framework file being written from sheets, remembering of each line from which cell it comes.
final class FrameworkText {
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();

    void line(Place place, String line) {
        text.append(line).append('\n');
        places.add(place);
    }

    /// @param number from 1
    Optional<Place> placeOf(int number) {
        return number >= 1 && number <= places.size() ? Optional.of(places.get(number - 1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// Text as a quoted scalar, whatever it holds.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        quoted.append(String.format("\\u%04X", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
