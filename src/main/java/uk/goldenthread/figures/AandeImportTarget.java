package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.figures.Measures.Slot;
import uk.goldenthread.imports.ImportTarget;
import uk.goldenthread.imports.ImportedRecord;
import uk.goldenthread.imports.Reading;
import uk.goldenthread.imports.RowChange;
import uk.goldenthread.imports.aande.AandeFile;
import uk.goldenthread.imports.aande.Measurement;
import uk.goldenthread.imports.aande.ProviderMonth;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.shell.view.Dates;

/// NHS England's monthly A&E file as an import: the measures of the ICB's own providers, month by month.
/// A re-issued file changes what it revises and leaves the rest alone; rows of other organisations are
/// left aside and counted.
@Component
class AandeImportTarget implements ImportTarget {
    private static final String NUMERATOR = "Numerator";
    private static final String DENOMINATOR = "Denominator";

    private final Measures measures;
    private final Directory directory;
    private final Clock clock;

    AandeImportTarget(Measures measures, Directory directory, Clock clock) {
        this.measures = measures;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "AE_MONTHLY";
    }

    @Override
    public String name() {
        return "Monthly A&E figures (NHS England)";
    }

    @Override
    public String about() {
        return "NHS England's monthly A&E attendances and emergency admissions file, by provider, as published or"
                + " revised.";
    }

    @Override
    public String records(int count) {
        return count == 1 ? "figure" : "figures";
    }

    @Override
    public boolean recognises(UploadedTable table) {
        return AandeFile.recognise(table);
    }

    @Override
    public List<String> fields() {
        return List.of(NUMERATOR, DENOMINATOR);
    }

    @Override
    public Reading read(UploadedTable table, Actor actor) {
        var read = AandeFile.read(table);
        if (read.isEmpty()) {
            return new Reading(List.of(), Map.of(), List.of("No row of the file says which month it is of."));
        }
        var file = read.get();
        var own = ownByCode(actor);
        var rows = new ArrayList<Incoming<ImportedRecord>>();
        var ignored = new LinkedHashMap<String, Integer>();
        for (var row : file.rows()) {
            switch (row) {
                case Incoming.Unusable<ProviderMonth> it -> rows.add(new Incoming.Unusable<>(it.row(), it.problems()));
                case Incoming.Read<ProviderMonth> it -> {
                    var organisation = own.get(it.record().code());
                    if (organisation == null) {
                        ignored.merge("belong to other ICBs", 1, Integer::sum);
                    } else if (it.record().measurements().isEmpty()) {
                        ignored.merge("have no type 1 department", 1, Integer::sum);
                    } else {
                        it.record()
                                .measurements()
                                .forEach(each -> rows.add(
                                        new Incoming.Read<>(it.row(), record(organisation, it.record(), each))));
                    }
                }
            }
        }
        return new Reading(rows, ignored, notes(file));
    }

    private static List<String> notes(AandeFile file) {
        var notes = new ArrayList<String>();
        notes.add("The file is of %s%s."
                .formatted(
                        new Month(file.period()).label(), file.namedRevised() ? ", and says that it is revised" : ""));
        file.problems().forEach(problem -> notes.add(problem.message()));
        notes.addAll(file.warnings());
        return notes;
    }

    private static ImportedRecord record(Organisation organisation, ProviderMonth month, Measurement measurement) {
        var kpi = measurement.series().name();
        return record(
                organisation.code() + "|" + month.period() + "|" + kpi,
                "%s, %s, %s".formatted(organisation.name(), new Month(month.period()).label(), kpi),
                BigDecimal.valueOf(measurement.numerator()),
                measurement.denominator().isEmpty()
                        ? null
                        : BigDecimal.valueOf(measurement.denominator().getAsLong()));
    }

    private static ImportedRecord record(
            String key, String label, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(NUMERATOR, plain(numerator));
        fields.put(DENOMINATOR, plain(denominator));
        return new ImportedRecord(key, label, fields);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public Map<String, ImportedRecord> current(Collection<String> keys, Actor actor) {
        var own = ownByCode(actor);
        var slots = new HashMap<Slot, String>();
        keys.forEach(key -> {
            var slot = slot(key, own, actor.icb());
            if (slot != null) {
                slots.put(slot, key);
            }
        });
        var found = new HashMap<String, ImportedRecord>();
        measures.current(actor.icb(), slots.keySet()).forEach((slot, point) -> {
            var key = java.util.Objects.requireNonNull(slots.get(slot));
            var denominator = point.denominator();
            var organisation = own.get(key.substring(0, key.indexOf('|')));
            var label = "%s, %s, %s"
                    .formatted(
                            organisation == null ? key : organisation.name(),
                            point.period().label(),
                            slot.series().kpi());
            found.put(key, record(key, label, point.numerator(), denominator));
        });
        return found;
    }

    @Override
    public void apply(List<RowChange> changes, Actor actor, long batch) {
        var own = ownByCode(actor);
        measures.record(
                actor.icb(),
                changes.stream()
                        .map(change -> value(
                                change,
                                own,
                                actor.icb(),
                                new Given("import/" + batch, change.before() == null ? Status.FINAL : Status.RESTATED)))
                        .toList());
    }

    @Override
    public List<String> undo(List<RowChange> changes, Actor actor, long batch) {
        var own = ownByCode(actor);
        var gone = new ArrayList<Slot>();
        var back = new ArrayList<MeasureValue>();
        for (var change : changes) {
            if (change.after() == null) {
                gone.add(java.util.Objects.requireNonNull(slot(change.key(), own, actor.icb())));
            } else {
                back.add(value(change, own, actor.icb(), new Given("import/" + batch, Status.RESTATED)));
            }
        }
        measures.withdraw(actor.icb(), gone);
        measures.record(actor.icb(), back);
        return List.of();
    }

    private record Given(String source, Status status) {}

    private MeasureValue value(RowChange change, Map<String, Organisation> own, int icb, Given given) {
        var slot = java.util.Objects.requireNonNull(slot(change.key(), own, icb));
        var after = java.util.Objects.requireNonNull(change.after());
        var numerator = new BigDecimal(after.field(NUMERATOR));
        var denominator = after.field(DENOMINATOR).isEmpty() ? null : new BigDecimal(after.field(DENOMINATOR));
        var definition = measures.definition(slot.series().kpi(), Month.of(slot.periodStart()));
        return new MeasureValue(
                slot.series(),
                Month.of(slot.periodStart()),
                numerator,
                denominator,
                denominator == null
                        ? Double.valueOf(numerator.doubleValue())
                        : MeasureWords.share(definition, numerator, denominator),
                given.status(),
                given.source(),
                definition.version());
    }

    /// Where the value of `RTG|2025-06|AE_4H` stands; null when the organisation is not this ICB's.
    private static @Nullable Slot slot(String key, Map<String, Organisation> own, int icb) {
        var parts = key.split("\\|", 3);
        var organisation = own.get(parts[0]);
        return organisation == null
                ? null
                : new Slot(
                        new SeriesKey(icb, organisation.id(), parts[2]),
                        YearMonth.parse(parts[1]).atDay(1));
    }

    private Map<String, Organisation> ownByCode(Actor actor) {
        return directory.providersOf(actor.icb(), LocalDate.ofInstant(clock.instant(), Dates.LONDON)).stream()
                .collect(Collectors.toMap(Organisation::code, Function.identity(), (first, _) -> first));
    }
}
