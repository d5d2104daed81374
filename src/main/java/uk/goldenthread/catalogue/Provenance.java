package uk.goldenthread.catalogue;

/// Where a rule comes from and how sure we are of it.
///
/// @param source the publication, clause or reasoning, in words
public record Provenance(String source, Confidence confidence) {

    /// Reads the keys `source` and `confidence` of an entry.
    static Provenance of(YamlEntry entry) {
        return new Provenance(entry.text("source"), entry.choice("confidence", Confidence.class));
    }
}
