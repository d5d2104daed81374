package uk.goldenthread.commandline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// A CSV file with a header row, in UTF-8 with or without a byte order mark; `-` is standard input. Columns that no
/// command asks for are let be.
final class CsvInput {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    /// One row and the line of the file on which it ends.
    record Row(long line, CSVRecord fields) {
        /// The value of a column; empty when the column or the value is missing.
        String get(String column) {
            return fields.isSet(column) ? fields.get(column) : "";
        }
    }

    private CsvInput() {}

    /// The rows of a file.
    ///
    /// @throws Unusable when it is missing, is not UTF-8 CSV, or lacks a column
    static List<Row> rows(Console console, String file, String... required) {
        var bytes = bytes(console, file);
        try (var parser =
                FORMAT.parse(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            var missing = Arrays.stream(required)
                    .filter(column -> !parser.getHeaderMap().containsKey(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw Unusable.input(
                        "line,field,message\n1,%s,the file has no such column".formatted(missing.getFirst()));
            }
            var rows = new ArrayList<Row>();
            for (var fields : parser) {
                rows.add(new Row(parser.getCurrentLineNumber(), fields));
            }
            return rows;
        } catch (UncheckedIOException notCsv) {
            var why = notCsv.getCause() == null ? notCsv : notCsv.getCause();
            throw Unusable.input("%s is not a CSV file: %s".formatted(file, why.getMessage()));
        } catch (IllegalArgumentException | IOException notCsv) {
            throw Unusable.input("%s is not a CSV file: %s".formatted(file, notCsv.getMessage()));
        }
    }

    /// The lines of a file.
    ///
    /// @throws Unusable when it is missing or is not UTF-8
    static List<String> lines(Console console, String file) {
        return new String(bytes(console, file), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(Console console, String file) {
        try {
            var bytes = file.equals("-") ? console.in().readAllBytes() : Files.readAllBytes(Path.of(file));
            // Decoded once strictly, so that a file in another encoding is refused and not garbled.
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
        } catch (NoSuchFileException none) {
            throw Unusable.usage("There is no file " + file);
        } catch (CharacterCodingException notUtf8) {
            throw Unusable.input(file + " is not UTF-8 text");
        } catch (IOException unreadable) {
            throw Unusable.usage("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }
}
