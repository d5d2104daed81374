package uk.goldenthread.catalogue;

/// A code and the words a person reads for it.
public record Code(String code, String name) {

    /// Reads the keys `code` and `name` of an entry.
    static Code of(YamlEntry entry) {
        return new Code(entry.text("code"), entry.text("name"));
    }
}
