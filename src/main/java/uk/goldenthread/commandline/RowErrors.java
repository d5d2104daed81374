package uk.goldenthread.commandline;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with the rows of an input, listed on standard error as `line,field,message`.
final class RowErrors {
    private final CsvOutput list = new CsvOutput("line", "field", "message");
    private final List<String> remarks = new ArrayList<>();
    private int count;

    void add(long line, String field, String message) {
        list.row(line, field, message);
        count++;
    }

    /// Something a reader must know of a row that was worked out all the same.
    void remark(long line, String message) {
        remarks.add("line %d: %s".formatted(line, message));
    }

    /// Prints what there is and answers the exit code: 1 when a row has an error, else 0.
    int report(Console console) {
        remarks.forEach(console.err()::println);
        if (count > 0) {
            list.writeTo(new Console(console.in(), console.err(), console.err()), "-");
        }
        return count == 0 ? 0 : 1;
    }
}
