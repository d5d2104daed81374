package uk.goldenthread.access;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.RoleCatalogue;
import uk.goldenthread.catalogue.RoleDefinition;
import uk.goldenthread.database.Scope.Reach;

/// The catalogue's roles with their permissions as the program knows them. Loading fails when the catalogue names a
/// permission that does not exist.
@Component
public class Roles {
    private final Map<String, RoleDefinition> byCode = new LinkedHashMap<>();
    private final Map<String, Set<Permission>> permissions = new LinkedHashMap<>();

    public Roles() {
        for (var role : RoleCatalogue.load().all()) {
            byCode.put(role.code(), role);
            var may = EnumSet.noneOf(Permission.class);
            role.permissions().forEach(code -> may.add(Permission.valueOf(code)));
            permissions.put(role.code(), may);
        }
    }

    public List<RoleDefinition> all() {
        return List.copyOf(byCode.values());
    }

    public String name(String code) {
        var role = byCode.get(code);
        return role == null ? code : role.name();
    }

    Set<Permission> permissionsOf(List<String> codes) {
        var all = EnumSet.noneOf(Permission.class);
        codes.forEach(code -> all.addAll(permissions.getOrDefault(code, Set.of())));
        return all;
    }

    /// Whether one of these roles must sign in with a one-time code as well.
    boolean requireSecondFactor(List<String> codes) {
        return codes.stream()
                .map(byCode::get)
                .anyMatch(role -> role != null && role.secondFactor() == RoleDefinition.SecondFactor.REQUIRED);
    }

    /// Whether all of these are roles of a practice, whose people see Home alone: it has everything on it.
    boolean areOfPractices(List<String> codes) {
        return codes.stream()
                .map(byCode::get)
                .allMatch(role -> role != null && role.tier().name().equals("PRACTICE"));
    }

    /// The sections of the navigation that these roles use, the first role's first.
    List<String> sectionsOf(List<String> codes) {
        return codes.stream()
                .map(byCode::get)
                .filter(java.util.Objects::nonNull)
                .flatMap(role -> role.navigation().stream())
                .distinct()
                .toList();
    }

    /// The widest reach among the roles held.
    Reach reachOf(List<String> codes) {
        return codes.stream()
                .map(byCode::get)
                .filter(java.util.Objects::nonNull)
                .map(role -> Reach.valueOf(role.reach().name()))
                .min(java.util.Comparator.comparingInt(Roles::width))
                .orElse(Reach.AGGREGATE);
    }

    private static int width(Reach reach) {
        return switch (reach) {
            case ICB -> 0;
            case OWN -> 1;
            case AGGREGATE, SYSTEM -> 2;
        };
    }

    List<String> codesThatMay(Permission permission) {
        return permissions.entrySet().stream()
                .filter(role -> role.getValue().contains(permission))
                .map(Map.Entry::getKey)
                .toList();
    }

    String namesThatMay(Permission permission) {
        return byCode.values().stream()
                .filter(role -> permissions.getOrDefault(role.code(), Set.of()).contains(permission))
                .map(RoleDefinition::name)
                .collect(Collectors.joining(", "));
    }
}
