package uk.goldenthread.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.goldenthread.catalogue.KpiDefinition.Direction;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.catalogue.KpiDefinition.Unit;

/// Every version of every figure, from `catalogue/kpis.yaml`. Ask [#asOf] for the versions in force on a day before
/// using one.
public record KpiCatalogue(List<KpiDefinition> definitions) {

    /// Where the shipped figures lie on the class path.
    public static final String RESOURCE = "catalogue/kpis.yaml";

    private static final Comparator<KpiDefinition> BY_BEGINNING =
            Comparator.comparing((KpiDefinition kpi) -> kpi.inForce().from()).thenComparingInt(KpiDefinition::version);

    /// Copies the list in.
    public KpiCatalogue {
        definitions = List.copyOf(definitions);
    }

    /// What the file may refer to in other files.
    ///
    /// @param kinds codes of organisation kinds
    /// @param requirements codes of requirements
    /// @param suppression codes of suppression profiles
    public record References(Set<String> kinds, Set<String> requirements, Set<String> suppression) {

        /// The codes that these other files define.
        static References to(
                OrganisationKind.Kinds kinds, Framework framework, Collection<SuppressionProfile> suppression) {
            return new References(
                    kinds.codes(),
                    framework.requirementCodes(),
                    suppression.stream().map(SuppressionProfile::code).collect(Collectors.toSet()));
        }
    }

    /// The shipped figures, checked against the shipped kinds, requirements and suppression profiles.
    ///
    /// @throws CatalogueInvalid with every problem of the first file that has any
    public static KpiCatalogue load() {
        var references = References.to(OrganisationKind.Kinds.load(), Framework.load(), SuppressionProfile.load());
        return from(YamlFile.resource(RESOURCE), references);
    }

    /// Figures from another file of the same shape.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static KpiCatalogue from(YamlFile file, References references) {
        return file.read(root -> {
            var groups = new HashMap<String, List<String>>();
            root.list("profiles", entry -> group(entry, references.kinds()))
                    .forEach(group -> groups.put(group.code(), group.kinds()));
            return new KpiCatalogue(root.list("kpis", entry -> kpi(entry, groups, references)));
        });
    }

    /// A named group of kinds, so that a profile reads as words.
    private record Group(String code, String name, List<String> kinds) {}

    private static Group group(YamlEntry entry, Set<String> kinds) {
        return new Group(entry.text("code"), entry.text("name"), entry.codes("kinds", kinds, "organisation kind"));
    }

    private static KpiDefinition kpi(YamlEntry entry, Map<String, List<String>> groups, References references) {
        var suppression = entry.text("suppression");
        if (entry.has("suppression") && !references.suppression().contains(suppression)) {
            entry.problem("suppression", "no suppression profile \"%s\"".formatted(suppression));
        }
        var perUnit = entry.has("per") ? Integer.valueOf(entry.integer("per")) : null;
        return new KpiDefinition(
                entry.text("code"),
                entry.integer("version"),
                entry.text("name"),
                entry.choice("unit", Unit.class),
                perUnit,
                entry.text("numerator"),
                entry.optionalText("denominator").orElse(null),
                entry.has("fractions") && entry.flag("fractions"),
                entry.choice("direction", Direction.class),
                entry.optionalDecimal("target").orElse(null),
                entry.optionalDecimal("tolerance").orElse(BigDecimal.ZERO),
                entry.has("minimumDenominator") ? entry.integer("minimumDenominator") : 0,
                entry.choice("frequency", Frequency.class),
                kinds(entry, groups),
                entry.flag("priority"),
                entry.text("dataSource"),
                suppression,
                entry.flag("spc"),
                Set.copyOf(entry.codes("requirements", references.requirements(), "requirement")),
                Provenance.of(entry),
                entry.inForce());
    }

    private static Set<String> kinds(YamlEntry entry, Map<String, List<String>> groups) {
        return entry.codes("profile", groups.keySet(), "profile").stream()
                .flatMap(group -> groups.getOrDefault(group, List.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The catalogue as it stood on a day: at most one version of each figure.
    public KpiCatalogue asOf(LocalDate day) {
        return new KpiCatalogue(
                definitions.stream().filter(kpi -> kpi.inForce().on(day)).toList());
    }

    /// The figure with this code; of several versions, the one that begins last.
    public Optional<KpiDefinition> find(String code) {
        return versions(code).max(BY_BEGINNING);
    }

    /// The version of a figure that judges a day: the one in force, else the last that began before it (a figure that
    /// is no
    /// longer asked for), else the first.
    public Optional<KpiDefinition> on(String code, LocalDate day) {
        return versions(code)
                .filter(kpi -> !kpi.inForce().from().isAfter(day))
                .max(BY_BEGINNING)
                .or(() -> versions(code).min(BY_BEGINNING));
    }

    private Stream<KpiDefinition> versions(String code) {
        return definitions.stream().filter(kpi -> kpi.code().equals(code));
    }

    /// The figures that organisations of this kind answer this often, in catalogue order.
    public List<KpiDefinition> askedOf(String organisationKind, Frequency frequency) {
        return definitions.stream()
                .filter(kpi -> kpi.frequency() == frequency && kpi.asks(organisationKind))
                .toList();
    }
}
