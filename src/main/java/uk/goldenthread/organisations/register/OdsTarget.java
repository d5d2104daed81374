package uk.goldenthread.organisations.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.access.Actor;
import uk.goldenthread.imports.ImportTarget;
import uk.goldenthread.imports.ImportedRecord;
import uk.goldenthread.imports.Reading;
import uk.goldenthread.imports.RowChange;
import uk.goldenthread.imports.changeset.Comparison;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.imports.ods.OdsFile;
import uk.goldenthread.imports.ods.OdsFile.RegisterList;
import uk.goldenthread.imports.ods.OdsKind;
import uk.goldenthread.imports.ods.OdsRecord;
import uk.goldenthread.imports.ods.OdsStatus;
import uk.goldenthread.shell.view.Dates;

/// The register's file of practices or of trusts as an import.
///
/// Of the practices only those of the acting ICB are taken, and those it has that now belong to another are let go. Of
/// the
/// trusts all are taken into the directory, because figures and patients cross borders; those whose ICB in the file is
/// the
/// acting one become its providers. A trust that the ICB made its provider by hand stays so whatever the file says.
final class OdsTarget implements ImportTarget {
    /// A new practice at the postcode of one that closed within this long may have taken its place.
    private static final int SUCCESSION_YEARS = 2;

    private final RegisterList list;
    private final RegisterStore store;
    private final Clock clock;

    OdsTarget(RegisterList list, RegisterStore store, Clock clock) {
        this.list = list;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String code() {
        return list == RegisterList.PRACTICES ? "ODS_PRACTICES" : "ODS_TRUSTS";
    }

    @Override
    public String name() {
        return list == RegisterList.PRACTICES ? "GP practices (ODS epraccur)" : "NHS trusts (ODS etr)";
    }

    @Override
    public String about() {
        return list == RegisterList.PRACTICES
                ? "The NHS organisation register's list of practices, epraccur.csv, whole or only your ICB's rows."
                : "The NHS organisation register's list of trusts, etr.csv.";
    }

    @Override
    public String records(int count) {
        var one = list == RegisterList.PRACTICES ? "practice" : "trust";
        return count == 1 ? one : one + "s";
    }

    @Override
    public boolean recognises(UploadedTable table) {
        return OdsFile.recognise(table).filter(list::equals).isPresent();
    }

    @Override
    public List<String> fields() {
        return RegisterFields.ALL;
    }

    @Override
    public Map<String, ImportedRecord> current(Collection<String> keys, Actor actor) {
        return store.current(keys, actor.icb());
    }

    @Override
    public Reading read(UploadedTable table, Actor actor) {
        var file = OdsFile.read(table).orElseThrow();
        var codes = file.records().stream().map(OdsRecord::code).collect(Collectors.toSet());
        var known = store.current(codes, actor.icb());
        var icb = store.codeOf(actor.icb());
        var rows = new ArrayList<Incoming<ImportedRecord>>();
        var ignored = new LinkedHashMap<String, Integer>();
        var guesses = 0;
        for (var row : file.rows()) {
            switch (row) {
                case Incoming.Unusable<OdsRecord> it -> rows.add(new Incoming.Unusable<>(it.row(), it.problems()));
                case Incoming.Read<OdsRecord> it -> {
                    var before = known.get(it.record().code());
                    var why = whyIgnored(it.record(), before, icb);
                    if (why == null) {
                        rows.add(new Incoming.Read<>(it.row(), incoming(it.record(), before, icb)));
                        guesses += list == RegisterList.TRUSTS && before == null ? 1 : 0;
                    } else {
                        ignored.merge(why, 1, Integer::sum);
                    }
                }
            }
        }
        return new Reading(rows, ignored, guesses == 0 ? List.of() : List.of(GUESSED));
    }

    private static final String GUESSED =
            "The file does not say what kind of trust each is. The kind shown is a guess from"
                    + " its name; put it right in the directory. It will not be overwritten.";

    private @Nullable String whyIgnored(OdsRecord ods, @Nullable ImportedRecord known, String icb) {
        if (list == RegisterList.PRACTICES) {
            var member = known != null && !known.field(RegisterFields.ICB).isEmpty();
            if (!ods.icbCode().equals(icb) && !member) {
                return "belong to another ICB";
            }
            if (ods.kind() != OdsKind.GP_PRACTICE && !member) {
                return "prescribe but are not general practices";
            }
        }
        if (known == null && !ods.isOpen()) {
            return "had closed before they were known here";
        }
        if (known == null && (ods.status() == OdsStatus.DORMANT || ods.status() == OdsStatus.PROPOSED)) {
            return "are dormant or only proposed";
        }
        return null;
    }

    private ImportedRecord incoming(OdsRecord ods, @Nullable ImportedRecord known, String icb) {
        var kind = known != null
                ? known.field(RegisterFields.KIND)
                : list == RegisterList.PRACTICES ? "GP" : TrustKind.of(ods.name());
        var kept = list == RegisterList.TRUSTS && known != null ? known.field(RegisterFields.ICB) : "";
        return RegisterFields.of(ods, kind, ods.icbCode().equals(icb) ? icb : kept);
    }

    @Override
    public Collection<String> alsoLookAt(List<Incoming<ImportedRecord>> incoming, Actor actor) {
        return store.closedSince(today().minusYears(SUCCESSION_YEARS), actor.icb());
    }

    @Override
    public Comparison<String, ImportedRecord> comparison(
            Map<String, ImportedRecord> known, List<Incoming<ImportedRecord>> incoming) {
        var closing = closing(known, incoming);
        return byFields().openWhen(RegisterFields::isOpen).alsoKnownBy(imported -> {
            var counts = known.containsKey(imported.key())
                    ? closing.contains(imported.key())
                    : RegisterFields.isOpen(imported);
            var postcode = imported.field(RegisterFields.POSTCODE);
            return counts && !postcode.isEmpty() ? Set.of(postcode) : Set.of();
        });
    }

    /// The known organisations that closed lately, or that the file closes: only their places can have been taken.
    private Set<String> closing(Map<String, ImportedRecord> known, List<Incoming<ImportedRecord>> incoming) {
        var since = today().minusYears(SUCCESSION_YEARS).toString();
        var closing = new HashSet<String>();
        known.forEach((key, imported) -> {
            if (imported.field(RegisterFields.CLOSED).compareTo(since) >= 0) {
                closing.add(key);
            }
        });
        for (var row : incoming) {
            if (row instanceof Incoming.Read<ImportedRecord> read
                    && read.record().field(RegisterFields.CLOSED).compareTo(since) >= 0) {
                closing.add(read.record().key());
            }
        }
        return closing;
    }

    @Override
    public void apply(List<RowChange> changes, Actor actor, long batch) {
        store.apply(changes, new RegisterStore.Doing(actor.icb(), today(), batch));
    }

    @Override
    public List<String> undo(List<RowChange> changes, Actor actor, long batch) {
        store.undo(changes, new RegisterStore.Doing(actor.icb(), today(), batch));
        return List.of();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.LONDON);
    }
}
