package uk.goldenthread.organisations.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.ImportedRecord;
import uk.goldenthread.imports.ods.OdsRecord;
import uk.goldenthread.imports.ods.OdsStatus;

/// The fields of an organisation that the register decides, written the same way from the file and from the directory.
final class RegisterFields {
    static final String NAME = "name";
    static final String KIND = "kind";
    static final String ICB = "ICB";
    static final String COMMISSIONER = "sub-ICB";
    static final String STATUS = "status";
    static final String ADDRESS = "address";
    static final String POSTCODE = "postcode";
    static final String TELEPHONE = "telephone";
    static final String OPENED = "opened";
    static final String CLOSED = "closed";
    static final List<String> ALL =
            List.of(NAME, KIND, ICB, COMMISSIONER, STATUS, ADDRESS, POSTCODE, TELEPHONE, OPENED, CLOSED);

    private RegisterFields() {}

    /// @param icb the acting ICB's code when the organisation is to belong to it, else empty
    static ImportedRecord of(OdsRecord ods, String kind, String icb) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(NAME, ods.displayName());
        fields.put(KIND, kind);
        fields.put(ICB, icb);
        fields.put(COMMISSIONER, ods.commissionerCode());
        fields.put(STATUS, (ods.status() == OdsStatus.NOT_GIVEN ? OdsStatus.ACTIVE : ods.status()).name());
        fields.put(ADDRESS, String.join(", ", ods.address()));
        fields.put(POSTCODE, ods.postcode());
        fields.put(TELEPHONE, ods.telephone());
        fields.put(OPENED, text(ods.opened()));
        fields.put(CLOSED, text(ods.closed()));
        return new ImportedRecord(ods.code(), ods.code() + " " + ods.displayName(), fields);
    }

    static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    static boolean isOpen(ImportedRecord imported) {
        return imported.field(CLOSED).isEmpty() && !imported.field(STATUS).equals("CLOSED");
    }
}
