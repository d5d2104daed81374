package uk.goldenthread.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One edition of a framework: a set of duties that hold together from a date. A published edition is superseded, never
/// edited.
public record Framework(
        String code,
        String name,
        String edition,
        InForce inForce,
        Provenance provenance,
        List<String> supersededEditions,
        List<Code> sections,
        List<Requirement> requirements) {

    /// Where the current edition of NHS England's framework lies on the class path.
    public static final String NHSE_SAAF = "catalogue/frameworks/nhse-saaf-2024.yaml";

    /// Copies the lists in.
    public Framework {
        supersededEditions = List.copyOf(supersededEditions);
        sections = List.copyOf(sections);
        requirements = List.copyOf(requirements);
    }

    /// The current edition of NHS England's accountability and assurance framework.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static Framework load() {
        return from(YamlFile.resource(NHSE_SAAF));
    }

    /// A framework from another file of the same shape.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static Framework from(YamlFile file) {
        return file.read(root -> {
            var sections = root.list("sections", Code::of);
            var codes = sections.stream().map(Code::code).collect(Collectors.toSet());
            return new Framework(
                    root.text("code"),
                    root.text("name"),
                    root.text("edition"),
                    root.inForce(),
                    Provenance.of(root),
                    root.texts("supersededEditions"),
                    sections,
                    root.list("requirements", entry -> requirement(entry, codes)));
        });
    }

    /// The requirement with this code, if there is one.
    public Optional<Requirement> find(String requirement) {
        return requirements.stream()
                .filter(candidate -> candidate.code().equals(requirement))
                .findFirst();
    }

    /// The codes of its requirements.
    public Set<String> requirementCodes() {
        return requirements.stream().map(Requirement::code).collect(Collectors.toUnmodifiableSet());
    }

    private static Requirement requirement(YamlEntry entry, Set<String> sections) {
        var section = entry.text("section");
        if (!sections.contains(section)) {
            entry.problem("section", "no section \"%s\" in %s".formatted(section, entry.text("code")));
        }
        return new Requirement(
                entry.text("code"),
                section,
                choices(entry, "applies", Requirement.Bound.values(), Requirement.Bound::valueOf),
                entry.text("duty"),
                entry.texts("basis"),
                entry.texts("evidence"),
                choices(entry, "cadence", Requirement.Cadence.values(), Requirement.Cadence::valueOf),
                entry.integer("riskTier"),
                entry.flag("commenced"),
                entry.inForce());
    }

    private static <E extends Enum<E>> Set<E> choices(
            YamlEntry entry, String key, E[] values, Function<String, E> valueOf) {
        var known = Arrays.stream(values).map(Enum::name).toList();
        return entry.codes(key, known, key + " value").stream().map(valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
