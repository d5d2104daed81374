package uk.goldenthread.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The roles people can hold and the permissions that exist, from `catalogue/roles.yaml`.
public final class RoleCatalogue {

    /// Where the shipped roles lie on the class path.
    public static final String RESOURCE = "catalogue/roles.yaml";

    /// The sections of the navigation that a role may name.
    static final Set<String> SECTIONS = Set.of(
            "home",
            "overview",
            "returns",
            "signals",
            "providers",
            "ladder",
            "papers",
            "directory",
            "imports",
            "catalogue",
            "ledger",
            "accounts",
            "measures",
            "our-record",
            "assessments",
            "actions",
            "evidence",
            "visits",
            "contracts",
            "intelligence");

    private final Map<String, RoleDefinition> roles = new LinkedHashMap<>();
    private final Map<String, String> permissions;

    private RoleCatalogue(List<RoleDefinition> roles, Map<String, String> permissions) {
        roles.forEach(role -> this.roles.put(role.code(), role));
        this.permissions = permissions;
    }

    /// The shipped roles.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static RoleCatalogue load() {
        return from(YamlFile.resource(RESOURCE));
    }

    /// Roles from another file of the same shape.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static RoleCatalogue from(YamlFile file) {
        return file.read(root -> {
            Provenance.of(root);
            var permissions = new LinkedHashMap<String, String>();
            root.list("permissions", Code::of)
                    .forEach(permission -> permissions.put(permission.code(), permission.name()));
            var screens = root.texts("screens");
            return new RoleCatalogue(
                    root.list("roles", entry -> role(entry, permissions.keySet(), Set.copyOf(screens))), permissions);
        });
    }

    private static RoleDefinition role(YamlEntry entry, Set<String> permissions, Set<String> screens) {
        return new RoleDefinition(
                entry.text("code"),
                entry.text("name"),
                entry.choice("tier", RoleDefinition.Tier.class),
                entry.choice("reach", RoleDefinition.Reach.class),
                Set.copyOf(entry.codes("permissions", permissions, "permission")),
                Set.copyOf(entry.codes("restrictedScreens", screens, "screen")),
                entry.choice("secondFactor", RoleDefinition.SecondFactor.class),
                entry.codes("navigation", SECTIONS, "section"));
    }

    /// All roles, in file order.
    public List<RoleDefinition> all() {
        return List.copyOf(roles.values());
    }

    /// The role with this code, if there is one.
    public Optional<RoleDefinition> find(String code) {
        return Optional.ofNullable(roles.get(code));
    }

    /// Codes of every permission that exists, in file order, whether or not a role holds it.
    public List<String> permissions() {
        return List.copyOf(permissions.keySet());
    }

    /// What a permission lets a person do, in words for the accounts page.
    ///
    /// @throws IllegalArgumentException when there is no such permission
    public String permissionName(String code) {
        var name = permissions.get(code);
        if (name == null) {
            throw new IllegalArgumentException("no permission " + code);
        }
        return name;
    }
}
