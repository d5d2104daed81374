package uk.goldenthread.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.imports.ImportTarget;
import uk.goldenthread.imports.ImportedRecord;
import uk.goldenthread.imports.Reading;
import uk.goldenthread.imports.RowChange;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.imports.returns.ReturnFile;
import uk.goldenthread.imports.returns.ReturnRow;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.store.ReturnBulk;

/// Figures of many providers' returns as one file of the ICB's, in the columns of a provider's own file. A return that
/// is not open to its provider is not open to a file either; the provider still submits what the file entered.
@Component
class ReturnImportTarget implements ImportTarget {
    private static final int NAMED = 5;
    private static final String NUMERATOR = "Numerator";
    private static final String DENOMINATOR = "Denominator";
    private static final String VALUE = "Value";
    private static final String NARRATIVE = "Narrative";
    private static final String CONFIDENCE = "Confidence";

    private final ReturnBulk store;
    private final ReturnRules rules;
    private final Directory directory;
    private final Ledger ledger;

    ReturnImportTarget(ReturnBulk store, ReturnRules rules, Directory directory, Ledger ledger) {
        this.store = store;
        this.rules = rules;
        this.directory = directory;
        this.ledger = ledger;
    }

    @Override
    public String code() {
        return "RETURN_LINES";
    }

    @Override
    public String name() {
        return "Figures of providers' returns";
    }

    @Override
    public String about() {
        return "Figures of several providers' open returns, in the columns of a return's own Excel or CSV file:"
                + " organisation_code, period, kpi, numerator, denominator, value, narrative, confidence.";
    }

    @Override
    public String records(int count) {
        return count == 1 ? "figure" : "figures";
    }

    @Override
    public boolean recognises(UploadedTable table) {
        return ReturnFile.recognise(table);
    }

    @Override
    public List<String> fields() {
        return List.of(NUMERATOR, DENOMINATOR, VALUE, NARRATIVE, CONFIDENCE);
    }

    @Override
    public Reading read(UploadedTable table, Actor actor) {
        var file = ReturnFile.read(table, rules::shape);
        var keys = file.understood().stream().map(ReturnImportTarget::key).collect(Collectors.toSet());
        var reader = new RowReader(
                OpenLines.of(store, actor.icb(), keys, false),
                directory.providersOf(actor.icb(), rules.today()).stream()
                        .map(Organisation::code)
                        .collect(Collectors.toSet()),
                ReturnFiles.Columns.of(table),
                actor);
        var rows = new ArrayList<Incoming<ImportedRecord>>();
        for (var row : file.rows()) {
            rows.add(
                    switch (row) {
                        case Incoming.Unusable<ReturnRow> it -> new Incoming.Unusable<>(it.row(), it.problems());
                        case Incoming.Read<ReturnRow> it -> reader.read(it.row(), it.record());
                    });
        }
        var ignored = new LinkedHashMap<String, Integer>();
        if (file.unanswered() > 0) {
            ignored.put("give nothing", file.unanswered());
        }
        return new Reading(
                rows, ignored, file.problems().stream().map(RowProblem::message).toList());
    }

    private static String key(ReturnRow row) {
        return OpenLines.key(
                row.organisationCode(), Period.parse(row.period().text()).code(), row.kpi());
    }

    /// Turns rows into records, or says why a row cannot be used.
    private final class RowReader {
        private final OpenLines open;
        private final Set<String> own;
        private final ReturnFiles.Columns columns;
        private final Map<Long, String> closed = new HashMap<>();

        RowReader(OpenLines open, Set<String> own, ReturnFiles.Columns columns, Actor actor) {
            this.open = open;
            this.own = own;
            this.columns = columns;
            open.headers().forEach(header -> {
                var why = closed(header, actor);
                if (why != null) {
                    closed.put(header.id(), why);
                }
            });
        }

        Incoming<ImportedRecord> read(int number, ReturnRow row) {
            var key = key(row);
            var header = open.header(key);
            var line = open.line(key);
            if (header == null || line == null) {
                return unusable(number, "", missing(row, header));
            }
            var asked = rules.asked(line);
            return switch (FigureReading.read(asked, line.answer(), ReturnFiles.typed(asked, row, columns))) {
                case Outcome.Refused<Answer>(var reasons) ->
                    new Incoming.Unusable<>(
                            number,
                            reasons.stream()
                                    .map(reason -> new RowProblem(
                                            number,
                                            reason.field()
                                                    .substring(reason.field().indexOf('.') + 1),
                                            reason.message()))
                                    .toList());
                case Outcome.Accepted<Answer>(var answer) -> {
                    var why = answer.sameAs(line.answer()) ? null : whyNot(header, line);
                    yield why == null
                            ? new Incoming.Read<>(number, record(key, header, line, answer))
                            : unusable(number, "", why);
                }
            };
        }

        private String missing(ReturnRow row, @Nullable ReturnHeader header) {
            if (!own.contains(row.organisationCode())) {
                return "No provider that your ICB assures has the code %s.".formatted(row.organisationCode());
            }
            var period = Period.parse(row.period().text()).label();
            return header == null
                    ? "No return of %s is open for %s. Open the returns of the period first."
                            .formatted(row.organisationCode(), period)
                    : "The return of %s for %s does not ask for %s."
                            .formatted(row.organisationCode(), period, row.kpi());
        }

        private @Nullable String whyNot(ReturnHeader header, ReturnLine line) {
            var why = closed.get(header.id());
            return why != null || header.isEditable(line)
                    ? why
                    : "The ICB did not ask about this figure, so it cannot change now.";
        }
    }

    private static Incoming<ImportedRecord> unusable(int row, String column, String message) {
        return new Incoming.Unusable<>(row, List.of(new RowProblem(row, column, message)));
    }

    private @Nullable String closed(ReturnHeader header, Actor actor) {
        return rules.whyNotChanged(header, List.of(), actor.account()).stream()
                .findFirst()
                .map(reason -> reason.message())
                .orElse(null);
    }

    private ImportedRecord record(String key, ReturnHeader header, ReturnLine line, Answer answer) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(NUMERATOR, Conflicts.text(answer.numerator()));
        fields.put(DENOMINATOR, Conflicts.text(answer.denominator()));
        fields.put(VALUE, Conflicts.text(answer.value()));
        fields.put(NARRATIVE, answer.narrative());
        fields.put(CONFIDENCE, answer.confidence());
        var label = "%s, %s, %s"
                .formatted(
                        header.organisationName(),
                        header.period().label(),
                        rules.definition(line).name());
        return new ImportedRecord(key, label, fields);
    }

    @Override
    public Map<String, ImportedRecord> current(Collection<String> keys, Actor actor) {
        var open = OpenLines.of(store, actor.icb(), keys, false);
        var known = new HashMap<String, ImportedRecord>();
        for (var key : keys) {
            var header = open.header(key);
            var line = open.line(key);
            if (header != null && line != null && line.answer().isStarted()) {
                known.put(key, record(key, header, line, line.answer()));
            }
        }
        return known;
    }

    @Override
    public List<String> blockers(List<RowChange> changes, Actor actor) {
        var keys = changes.stream().map(RowChange::key).toList();
        var open = OpenLines.of(store, actor.icb(), keys, true);
        var why = new LinkedHashSet<String>();
        for (var key : keys) {
            var header = open.header(key);
            var line = open.line(key);
            if (header != null && line != null) {
                var closed = closed(header, actor);
                if (closed != null) {
                    why.add("%s, %s: %s"
                            .formatted(
                                    header.organisationName(), header.period().label(), closed));
                } else if (!header.isEditable(line)) {
                    why.add("%s, %s: the ICB did not ask about %s, so it cannot change now."
                            .formatted(
                                    header.organisationName(), header.period().label(), line.kpi()));
                }
            }
        }
        return why.stream().limit(NAMED).toList();
    }

    @Override
    public void apply(List<RowChange> changes, Actor actor, long batch) {
        save(changes, actor, "Import %d".formatted(batch));
        ledger.record("RETURNS_UPLOADED", "import/" + batch, Map.of("figures", changes.size()));
    }

    @Override
    public List<String> undo(List<RowChange> changes, Actor actor, long batch) {
        save(changes, actor, "Import %d was taken back".formatted(batch));
        ledger.record("RETURNS_UPLOAD_UNDONE", "import/" + batch, Map.of("figures", changes.size()));
        return List.of();
    }

    private void save(List<RowChange> changes, Actor actor, String words) {
        var open = OpenLines.of(
                store, actor.icb(), changes.stream().map(RowChange::key).toList(), true);
        var lines = new ArrayList<ReturnBulk.Line>(changes.size());
        for (var change : changes) {
            var header = Objects.requireNonNull(open.header(change.key()));
            var line = Objects.requireNonNull(open.line(change.key()));
            var after = change.after();
            var answer = after == null ? Answer.NONE : answer(after, line.answer());
            lines.add(new ReturnBulk.Line(header.id(), Changes.enteredBy(Changes.line(line, answer), actor.account())));
        }
        store.save(new ReturnBulk.Upload(actor.icb(), actor.account(), actor.name(), rules.now(), words), lines);
    }

    private static Answer answer(ImportedRecord after, Answer stored) {
        return new Answer(
                number(after.field(NUMERATOR)),
                number(after.field(DENOMINATOR)),
                number(after.field(VALUE)),
                after.field(NARRATIVE),
                after.field(CONFIDENCE),
                stored.denominatorConfirmed());
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
