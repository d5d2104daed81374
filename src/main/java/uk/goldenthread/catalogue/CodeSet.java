package uk.goldenthread.catalogue;

import java.util.List;
import java.util.Optional;

/// A list that people choose from, in the order it is offered.
public record CodeSet(String code, String name, List<Code> codes, Provenance provenance, InForce inForce) {

    /// Where the shipped sets lie on the class path.
    public static final String RESOURCE = "catalogue/code-sets.yaml";

    /// @throws IllegalArgumentException when there is nothing to choose between
    public CodeSet {
        codes = List.copyOf(codes);
        if (codes.size() < 2) {
            throw new IllegalArgumentException("%s offers %d codes, not 2 or more".formatted(code, codes.size()));
        }
    }

    /// The shipped sets.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static List<CodeSet> load() {
        return from(YamlFile.resource(RESOURCE));
    }

    /// Sets from another file of the same shape.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static List<CodeSet> from(YamlFile file) {
        return file.read(root -> root.list(
                "sets",
                entry -> new CodeSet(
                        entry.text("code"),
                        entry.text("name"),
                        entry.list("codes", Code::of),
                        Provenance.of(entry),
                        entry.inForce())));
    }

    /// The member with this code, if there is one.
    public Optional<Code> find(String member) {
        return codes.stream().filter(code -> code.code().equals(member)).findFirst();
    }
}
