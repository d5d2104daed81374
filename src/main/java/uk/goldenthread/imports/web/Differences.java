package uk.goldenthread.imports.web;

import java.util.List;
import uk.goldenthread.imports.BatchLine;

/// What a line would change, field by field, in the order its target shows them.
final class Differences {
    private Differences() {}

    static List<BatchPage.Difference> of(BatchLine line, List<String> fields) {
        var after = line.after();
        if (after == null) {
            return List.of();
        }
        var before = line.before();
        return fields.stream()
                .filter(field -> before == null
                        ? !after.field(field).isEmpty()
                        : !before.field(field).equals(after.field(field)))
                .map(field -> new BatchPage.Difference(
                        field, before == null ? null : before.field(field), after.field(field)))
                .toList();
    }
}
