package uk.goldenthread.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A kind of organisation, and what it is asked to return.
///
/// @param executiveApproval whether a board executive must approve its return after it is complete
/// @param nhsTrust whether it is a specified authority of the Prevent duty (Counter-Terrorism and Security Act 2015 Sch
/// 6)
/// @param legalBody false for groupings such as a cluster, which cannot hold a duty
public record OrganisationKind(
        String code,
        String name,
        Group group,
        Returns returns,
        boolean executiveApproval,
        boolean nhsTrust,
        boolean legalBody) {

    /// What part a kind plays in the system.
    public enum Group {
        /// Gives care under a contract.
        PROVIDER,
        /// General practice and its networks.
        PRACTICE,
        /// Buys care and must be assured of it.
        COMMISSIONER,
        /// Shares statutory duties with the ICB.
        PARTNER,
        /// Oversees ICBs, or groups them.
        OVERSIGHT
    }

    /// How much a kind is asked to return.
    public enum Returns {
        /// Every KPI of its profile.
        FULL,
        /// The practice items only.
        LIGHT,
        /// Nothing.
        NONE
    }

    /// Every kind, from `catalogue/organisation-kinds.yaml`.
    public static final class Kinds {

        /// Where the shipped kinds lie on the class path.
        public static final String RESOURCE = "catalogue/organisation-kinds.yaml";

        private final Map<String, OrganisationKind> byCode = new LinkedHashMap<>();

        private Kinds(List<OrganisationKind> kinds) {
            kinds.forEach(kind -> byCode.put(kind.code(), kind));
        }

        /// The shipped kinds.
        ///
        /// @throws CatalogueInvalid with every problem of the file
        public static Kinds load() {
            return from(YamlFile.resource(RESOURCE));
        }

        /// Kinds from another file of the same shape.
        ///
        /// @throws CatalogueInvalid with every problem of the file
        public static Kinds from(YamlFile file) {
            return file.read(root -> {
                Provenance.of(root);
                return new Kinds(root.list("kinds", OrganisationKind::of));
            });
        }

        /// All kinds, in file order.
        public List<OrganisationKind> all() {
            return List.copyOf(byCode.values());
        }

        /// The codes of all kinds.
        public Set<String> codes() {
            return Set.copyOf(byCode.keySet());
        }

        /// The kind with this code, if there is one.
        public Optional<OrganisationKind> find(String code) {
            return Optional.ofNullable(byCode.get(code));
        }
    }

    private static OrganisationKind of(YamlEntry entry) {
        return new OrganisationKind(
                entry.text("code"),
                entry.text("name"),
                entry.choice("group", Group.class),
                entry.choice("returns", Returns.class),
                entry.flag("executiveApproval"),
                entry.flag("nhsTrust"),
                entry.flag("legalBody"));
    }
}
