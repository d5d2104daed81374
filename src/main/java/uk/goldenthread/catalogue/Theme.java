package uk.goldenthread.catalogue;

import java.util.List;

/// A group of figures that are read together, from `catalogue/themes.yaml`.
///
/// @param kpis codes of its figures, priority figures first
public record Theme(String code, String name, List<String> kpis) {

    /// Where the shipped themes lie on the class path.
    public static final String RESOURCE = "catalogue/themes.yaml";

    /// Copies the list in.
    public Theme {
        kpis = List.copyOf(kpis);
    }

    /// The shipped themes, in the order shown. Every figure stands in one of them.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static List<Theme> load(KpiCatalogue figures) {
        var known =
                figures.definitions().stream().map(KpiDefinition::code).collect(java.util.stream.Collectors.toSet());
        return YamlFile.resource(RESOURCE)
                .read(root -> root.list(
                        "themes",
                        entry -> new Theme(
                                entry.text("code"), entry.text("name"), entry.codes("kpis", known, "figure"))));
    }
}
