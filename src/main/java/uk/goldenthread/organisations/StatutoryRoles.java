package uk.goldenthread.organisations;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;
import uk.goldenthread.organisations.model.PostReading;
import uk.goldenthread.organisations.model.StatutoryRole;

/// The posts that safeguarding guidance names, from `catalogue/statutory-roles.yaml`.
@Component
public class StatutoryRoles {
    /// Where the shipped roles lie on the class path.
    public static final String RESOURCE = "catalogue/statutory-roles.yaml";

    private final List<StatutoryRole> roles;
    private final PostReading.Limits limits;

    private record Loaded(List<StatutoryRole> roles, PostReading.Limits limits) {}

    /// @throws uk.goldenthread.catalogue.CatalogueInvalid with every problem of the file
    public StatutoryRoles() {
        var kinds = OrganisationKind.Kinds.load().codes();
        var loaded = YamlFile.resource(RESOURCE).read(root -> {
            root.text("source");
            root.text("confidence");
            var found = root.list("roles", entry -> role(entry, kinds));
            var codes = new HashSet<String>();
            for (var role : found) {
                if (!codes.add(role.code())) {
                    throw new IllegalArgumentException("the role %s is there twice".formatted(role.code()));
                }
            }
            found.forEach(role -> role.incompatibleWith().stream()
                    .filter(other -> !codes.contains(other))
                    .forEach(other -> {
                        throw new IllegalArgumentException("%s names an unknown role %s".formatted(role.code(), other));
                    }));
            return new Loaded(
                    found,
                    root.nested("vacancy")
                            .map(StatutoryRoles::limits)
                            .orElseThrow(() -> new IllegalArgumentException("the limits of a vacancy are missing")));
        });
        roles = List.copyOf(loaded.roles());
        limits = loaded.limits();
    }

    private static StatutoryRole role(YamlEntry entry, java.util.Set<String> kinds) {
        return new StatutoryRole(
                entry.text("code"),
                entry.text("name"),
                java.util.Set.copyOf(entry.codes("appliesTo", kinds, "kind of organisation")),
                entry.flag("mandatory"),
                entry.text("level"),
                entry.texts("incompatibleWith"),
                entry.text("source"));
    }

    private static PostReading.Limits limits(YamlEntry entry) {
        return new PostReading.Limits(
                entry.integer("notifyDays"), entry.integer("escalateDays"), entry.integer("uncoveredDays"));
    }

    public List<StatutoryRole> all() {
        return roles;
    }

    /// The codes of the roles that an organisation of this kind has, in the order of the file.
    public List<String> codesOf(String kind) {
        return of(kind).stream().map(StatutoryRole::code).toList();
    }

    /// The roles that an organisation of this kind has, in the order of the file.
    public List<StatutoryRole> of(String kind) {
        return roles.stream().filter(role -> role.appliesTo().contains(kind)).toList();
    }

    public Optional<StatutoryRole> find(String code) {
        return roles.stream().filter(role -> role.code().equals(code)).findFirst();
    }

    /// What a post is called; its code where it is none of these.
    public String name(String code) {
        return find(code).map(StatutoryRole::name).orElse(code);
    }

    public PostReading.Limits limits() {
        return limits;
    }
}
