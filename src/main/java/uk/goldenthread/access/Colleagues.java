package uk.goldenthread.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.RoleHolders.Holder;

/// Who of the acting organisation may do something: to name somebody for a task or a signature. Called
/// inside a unit of
/// work.
@Component
public class Colleagues {
    private static final String HOLDERS = "select account, name, role from lib.colleagues(:day)";

    private final JdbcClient jdbc;
    private final Roles roles;

    Colleagues(JdbcClient jdbc, Roles roles) {
        this.jdbc = jdbc;
        this.roles = roles;
    }

    /// Those of the acting organisation who may do this on that day, by name.
    public List<Holder> whoMay(Permission permission, LocalDate on) {
        Map<Holder, List<String>> held = new LinkedHashMap<>();
        jdbc.sql(HOLDERS).param("day", on).query(row -> {
            held.computeIfAbsent(new Holder(row.getInt("account"), row.getString("name")), _ -> new ArrayList<>())
                    .add(row.getString("role"));
        });
        return held.entrySet().stream()
                .filter(entry -> roles.permissionsOf(entry.getValue()).contains(permission))
                .map(Map.Entry::getKey)
                .toList();
    }
}
