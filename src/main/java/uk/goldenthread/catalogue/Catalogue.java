package uk.goldenthread.catalogue;

import java.util.List;
import java.util.Optional;

/// Every shipped rule, loaded together at the start of the program so that a broken file stops it there and nowhere
/// later.
public record Catalogue(
        RoleCatalogue roles,
        OrganisationKind.Kinds kinds,
        Framework framework,
        List<SuppressionProfile> suppression,
        KpiCatalogue kpis,
        Settings settings,
        List<CodeSet> codeSets,
        Glossary glossary) {

    /// Copies the lists in.
    public Catalogue {
        suppression = List.copyOf(suppression);
        codeSets = List.copyOf(codeSets);
    }

    /// Loads every shipped file and checks what each says about the others.
    ///
    /// @throws CatalogueInvalid with every problem of the first file that has any
    public static Catalogue load() {
        var kinds = OrganisationKind.Kinds.load();
        var framework = Framework.load();
        var suppression = SuppressionProfile.load();
        var references = KpiCatalogue.References.to(kinds, framework, suppression);
        return new Catalogue(
                RoleCatalogue.load(),
                kinds,
                framework,
                suppression,
                KpiCatalogue.from(YamlFile.resource(KpiCatalogue.RESOURCE), references),
                Settings.load(),
                CodeSet.load(),
                Glossary.load());
    }

    /// The set with this code, if there is one.
    public Optional<CodeSet> codeSet(String code) {
        return codeSets.stream().filter(set -> set.code().equals(code)).findFirst();
    }
}
