package uk.goldenthread.actions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Extensions;
import uk.goldenthread.actions.store.ActionFiles;
import uk.goldenthread.imports.ImportTarget;
import uk.goldenthread.imports.ImportedRecord;
import uk.goldenthread.imports.Reading;
import uk.goldenthread.imports.RowChange;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.HeadedTable;
import uk.goldenthread.imports.intake.UploadedRow;
import uk.goldenthread.imports.intake.UploadedTable;

/// The file of the list of actions, changed and taken back in: theme, priority, and due date with a
/// reason. Whether an action is done is not changed by a file (BR-ACT-5), and its owner is its
/// organisation's to name.
@Component
class ActionImportTarget implements ImportTarget {
    private static final String THEME = "Theme";
    private static final String PRIORITY = "Priority";
    private static final String DUE = "Due";
    private static final String REASON = "Reason for the date";
    private static final List<String> NEEDED = List.of("action", "theme", "priority", "due_on");
    private static final int NAMED = 5;

    private final ActionFiles store;
    private final ActionRules rules;
    private final FileChanges changes;

    ActionImportTarget(ActionFiles store, ActionRules rules, FileChanges changes) {
        this.store = store;
        this.rules = rules;
        this.changes = changes;
    }

    @Override
    public String code() {
        return "ACTIONS";
    }

    @Override
    public String name() {
        return "Changes to actions";
    }

    @Override
    public String about() {
        return "The file of the list of actions with some of these changed: theme, priority, due_on. A later date needs a"
                + " reason in the column reason, and counts as an extension.";
    }

    @Override
    public String records(int count) {
        return count == 1 ? "action" : "actions";
    }

    @Override
    public boolean recognises(UploadedTable table) {
        return table.headed().missing(NEEDED).isEmpty();
    }

    @Override
    public List<String> fields() {
        return List.of(THEME, PRIORITY, DUE, REASON);
    }

    @Override
    public Reading read(UploadedTable table, Actor actor) {
        var headed = table.headed();
        var ids = headed.rows().stream()
                .map(row -> id(headed, row))
                .filter(id -> id > 0)
                .toList();
        var known = store.known(actor.icb(), ids);
        var rows = new ArrayList<Incoming<ImportedRecord>>();
        headed.rows().forEach(row -> rows.add(read(headed, row, known)));
        return new Reading(
                rows,
                new LinkedHashMap<>(),
                headed.problems().stream().map(RowProblem::message).toList());
    }

    private static long id(HeadedTable table, UploadedRow row) {
        var text = table.cell(row, "action");
        return text.matches("[1-9]\\d{0,17}") ? Long.parseLong(text) : 0;
    }

    private Incoming<ImportedRecord> read(HeadedTable table, UploadedRow row, Map<Long, ActionFiles.Known> known) {
        var found = known.get(id(table, row));
        if (found == null) {
            return unusable(
                    row, "action", "There is no action with this number. New actions are proposed in the pages.");
        }
        var problems = new ArrayList<RowProblem>();
        var theme = table.cell(row, "theme");
        if (!theme.isEmpty() && rules.theme(theme).isEmpty()) {
            problems.add(new RowProblem(row.number(), "theme", "“%s” is not the code of a theme.".formatted(theme)));
        }
        var priority = table.cell(row, "priority");
        if (!List.of("HIGH", "MEDIUM", "LOW").contains(priority)) {
            problems.add(new RowProblem(row.number(), "priority", "The priority is HIGH, MEDIUM or LOW."));
        }
        var due = date(table.cell(row, "due_on"));
        if (due == null) {
            problems.add(new RowProblem(row.number(), "due_on", "Give the date as 2027-03-27."));
        }
        var reason = table.cell(row, "reason");
        if (due != null && !due.equals(found.action().timing().due())) {
            Extensions.problems(found.action(), due, reason, rules.today(), rules.limits())
                    .forEach(problem -> problems.add(new RowProblem(
                            row.number(), problem.field().equals("words") ? "reason" : "due_on", problem.message())));
        }
        if (due == null || !problems.isEmpty()) {
            return new Incoming.Unusable<>(row.number(), problems);
        }
        var moved = !due.equals(found.action().timing().due());
        return new Incoming.Read<>(
                row.number(), imported(found.action(), theme, priority, due, moved ? reason : found.reason()));
    }

    private static Incoming<ImportedRecord> unusable(UploadedRow row, String column, String message) {
        return new Incoming.Unusable<>(row.number(), List.of(new RowProblem(row.number(), column, message)));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static ImportedRecord imported(Action action, String theme, String priority, LocalDate due, String reason) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(THEME, theme);
        fields.put(PRIORITY, priority);
        fields.put(DUE, due.toString());
        fields.put(REASON, reason);
        return new ImportedRecord(
                Long.toString(action.id()),
                "%s: %s".formatted(action.organisationName(), action.plan().title()),
                fields);
    }

    @Override
    public Map<String, ImportedRecord> current(Collection<String> keys, Actor actor) {
        var current = new HashMap<String, ImportedRecord>();
        store.known(actor.icb(), keys.stream().map(Long::valueOf).toList())
                .values()
                .forEach(known -> {
                    var action = known.action();
                    current.put(
                            Long.toString(action.id()),
                            imported(
                                    action,
                                    action.plan().theme(),
                                    action.plan().priority().name(),
                                    action.timing().due(),
                                    known.reason()));
                });
        return current;
    }

    @Override
    public List<String> blockers(List<RowChange> wanted, Actor actor) {
        var why = new ArrayList<String>();
        for (var action : changes.locked(actor, wanted)) {
            if (!(action.state() instanceof ActionState.Unfinished)) {
                why.add("%s: it has ended, so nothing of it changes."
                        .formatted(action.plan().title()));
            }
        }
        why.addAll(changes.refusals(actor, wanted));
        return why.stream().limit(NAMED).toList();
    }

    @Override
    public void apply(List<RowChange> wanted, Actor actor, long batch) {
        changes.make(actor, wanted, "Import %d".formatted(batch), false);
    }

    @Override
    public List<String> undo(List<RowChange> wanted, Actor actor, long batch) {
        changes.make(actor, wanted, "Import %d was taken back".formatted(batch), true);
        return List.of();
    }

    static String theme(ImportedRecord imported) {
        return imported.field(THEME);
    }

    static String priority(ImportedRecord imported) {
        return imported.field(PRIORITY);
    }

    static LocalDate due(ImportedRecord imported) {
        return LocalDate.parse(imported.field(DUE));
    }

    static String reason(ImportedRecord imported) {
        return imported.field(REASON);
    }
}
