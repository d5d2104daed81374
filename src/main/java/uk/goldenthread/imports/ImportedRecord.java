package uk.goldenthread.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One record as a file gives it or as it is known, in the one shape that all kinds of import share: its key, and named
/// fields as text. A target must give `current` records with the same names and the same writing as incoming ones.
///
/// @param key identifies it within its kind, as `C81001` or `RTG|2025-06|AE-4H`
/// @param label what a reviewer calls it, as `RTG University Hospitals of Derby and Burton`; takes no part in comparing
/// @param fields in the order in which they are shown; empty text where there is nothing
public record ImportedRecord(String key, String label, Map<String, String> fields) {
    public ImportedRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// A field's text; empty when there is none of that name.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Whether the two say the same of the same record.
    public boolean sameAs(ImportedRecord other) {
        return key.equals(other.key) && fields.equals(other.fields);
    }
}
