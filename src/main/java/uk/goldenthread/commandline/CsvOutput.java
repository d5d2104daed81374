package uk.goldenthread.commandline;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Rows of a result, collected and then written whole to a file, or to standard output for `-`.
final class CsvOutput {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

    private final StringWriter text = new StringWriter();
    private final CSVPrinter printer;

    CsvOutput(Object... header) {
        try {
            printer = new CSVPrinter(text, FORMAT);
            printer.printRecord(header);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    void row(Object... values) {
        try {
            printer.printRecord(values);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// A number with up to 15 significant digits; empty for none.
    static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : new BigDecimal(value)
                        .round(FIFTEEN_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /// @throws Unusable when the file cannot be written
    void writeTo(Console console, String file) {
        if (file.equals("-")) {
            console.out().print(text);
            console.out().flush();
            return;
        }
        try {
            Files.writeString(Path.of(file), text.toString());
        } catch (NoSuchFileException none) {
            throw Unusable.usage("%s cannot be written: there is no such folder".formatted(file));
        } catch (IOException unwritable) {
            throw Unusable.usage("%s cannot be written: %s".formatted(file, unwritable.getMessage()));
        }
    }
}
