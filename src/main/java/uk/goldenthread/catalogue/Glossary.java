package uk.goldenthread.catalogue;

import java.util.List;

/// The words used in names, on pages and in code, from `catalogue/glossary.yaml`.
public record Glossary(List<Term> terms) {

    /// Where the shipped words lie on the class path.
    public static final String RESOURCE = "catalogue/glossary.yaml";

    /// Copies the list in.
    public Glossary {
        terms = List.copyOf(terms);
    }

    /// One word and its one meaning.
    ///
    /// @param where the module or type that carries it, below the root package
    public record Term(String code, String name, String meaning, String where) {}

    /// The shipped words.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static Glossary load() {
        return from(YamlFile.resource(RESOURCE));
    }

    /// Words from another file of the same shape.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static Glossary from(YamlFile file) {
        return new Glossary(file.read(root -> root.list(
                "terms",
                entry ->
                        new Term(entry.text("code"), entry.text("name"), entry.text("meaning"), entry.text("where")))));
    }
}
