package uk.goldenthread.access;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may do something for an organisation. Called inside a unit of work that reaches the whole ICB.
@Component
public class RoleHolders {
    private static final String HOLDERS = """
            select a.id, a.name, array_agg(g.role order by g.role) as roles
            from role_grant g
            join account a on a.id = g.account
            where g.icb = :icb and g.organisation = :organisation and a.disabled_at is null
                and g.valid_from <= :on and (g.valid_to is null or g.valid_to > :on)
            group by a.id, a.name
            order by a.name, a.id
            """;

    private final JdbcClient jdbc;
    private final Roles roles;

    RoleHolders(JdbcClient jdbc, Roles roles) {
        this.jdbc = jdbc;
        this.roles = roles;
    }

    /// A person who holds a role there.
    public record Holder(int account, String name) {}

    private record Held(Holder holder, List<String> roles) {}

    /// Those who may do this for the organisation on that day, by name.
    public List<Holder> whoMay(Permission permission, int icb, int organisation, LocalDate on) {
        return jdbc
                .sql(HOLDERS)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("on", on)
                .query((row, _) -> new Held(new Holder(row.getInt("id"), row.getString("name")), List.of((String[])
                        row.getArray("roles").getArray())))
                .list()
                .stream()
                .filter(held -> roles.permissionsOf(held.roles()).contains(permission))
                .map(Held::holder)
                .toList();
    }
}
