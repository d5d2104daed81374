package uk.goldenthread.imports.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.imports.BatchLine;
import uk.goldenthread.imports.ImportTargets;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.Verdict;
import uk.goldenthread.imports.export.SafeCsv;

/// What can be downloaded about an import: the rows that cannot be used, and all differences.
@Controller
class ImportFiles {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final int ALL = 1_000_000;

    private final Imports imports;
    private final ImportTargets targets;

    ImportFiles(Imports imports, ImportTargets targets) {
        this.imports = imports;
        this.targets = targets;
    }

    @GetMapping("/imports/{id}/problems.csv")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    ResponseEntity<String> problems(Actor actor, AsAt asAt, @PathVariable long id) throws IOException {
        var all = new Imports.LineFilter(Verdict.REJECTED, null, 1, ALL);
        var problems = new ArrayList<RowProblem>();
        imports.lines(actor, id, all, asAt).lines().forEach(line -> problems.addAll(line.problems()));
        var text = new StringBuilder();
        SafeCsv.problems(problems, text);
        return csv("import-%d-problems.csv".formatted(id), text);
    }

    @GetMapping("/imports/{id}/differences.csv")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    ResponseEntity<String> differences(Actor actor, AsAt asAt, @PathVariable long id) throws IOException {
        var batch = imports.batch(actor, id, asAt);
        var fields = targets.find(batch.kind()).orElseThrow().fields();
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        csv.row(List.of("row", "code", "what", "field", "now", "in the file", "choice"));
        for (var line : imports.lines(actor, id, new Imports.LineFilter(null, null, 1, ALL), asAt)
                .lines()) {
            for (var cells : cells(line, fields)) {
                csv.row(cells);
            }
        }
        return csv("import-%d-differences.csv".formatted(id), text);
    }

    private static List<List<String>> cells(BatchLine line, List<String> fields) {
        var rows = new ArrayList<List<String>>();
        var chosen = line.chosen() == null ? "" : line.chosen();
        for (var difference : Differences.of(line, fields)) {
            var before = difference.before() == null ? "" : difference.before();
            rows.add(List.of(
                    Integer.toString(line.row()),
                    line.key(),
                    line.verdict().words(),
                    difference.field(),
                    before,
                    difference.after(),
                    chosen));
        }
        if (rows.isEmpty() && line.verdict() != Verdict.IDENTICAL) {
            rows.add(List.of(
                    Integer.toString(line.row()), line.key(), line.verdict().words(), "", "", "", chosen));
        }
        return rows;
    }

    private static ResponseEntity<String> csv(String name, CharSequence text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text.toString());
    }
}
