package uk.goldenthread.organisations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A register file of practices as a test wants it: 27 columns, no heading, one line a practice.
final class RegisterFileForTests {
    private final List<String> lines = new ArrayList<>();

    /// One line of the file.
    record Practice(String code, String name, String icb, String postcode, String opened, String closed) {
        Practice named(String other) {
            return new Practice(code, other, icb, postcode, opened, closed);
        }

        Practice closedOn(String day) {
            return new Practice(code, name, icb, postcode, opened, day);
        }
    }

    RegisterFileForTests with(Practice practice) {
        var cells = new String[27];
        Arrays.fill(cells, "");
        cells[0] = practice.code();
        cells[1] = practice.name();
        cells[2] = "Y60";
        cells[3] = practice.icb();
        cells[4] = "1 TEST STREET";
        cells[9] = practice.postcode();
        cells[10] = practice.opened();
        cells[11] = practice.closed();
        cells[12] = practice.closed().isEmpty() ? "A" : "C";
        cells[13] = "B";
        cells[14] = "S" + practice.icb();
        cells[25] = "4";
        lines.add("\"" + String.join("\",\"", cells) + "\"");
        return this;
    }

    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
