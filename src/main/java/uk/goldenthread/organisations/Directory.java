package uk.goldenthread.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Looks organisations up. Called inside a unit of work; the present or the past is as that says.
@Service
public class Directory {
    private static final String BY_CODE =
            "select id, code, name, kind, opened, closed, fictional from pub_organisation where code = :code";
    private static final String BY_ID =
            "select id, code, name, kind, opened, closed, fictional from pub_organisation where id = :id";
    private static final String OF_ICB = """
            select organisation as id, code, name, kind, opened, closed, fictional
            from pub_provider
            where icb = :icb and code = :code
            order by valid_from desc
            limit 1
            """;
    private static final String PROVIDERS = """
            select organisation as id, code, name, kind, opened, closed, fictional
            from pub_provider
            where icb = :icb and valid_from <= :on and (valid_to is null or valid_to > :on)
            order by name, organisation
            """;

    private static final String BY_IDS = """
            select id, code, name, kind, opened, closed, fictional
            from pub_organisation
            where id = any(:ids::int[])
            order by name, id
            """;

    private final JdbcClient jdbc;

    public Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organisation> byCode(String code) {
        return jdbc.sql(BY_CODE)
                .param("code", code)
                .query(Directory::organisation)
                .optional();
    }

    /// The organisation of that code, if the ICB assures it or ever did: for pages of records, where the register alone
    /// is not enough.
    public Optional<Organisation> assuredBy(int icb, String code) {
        return jdbc.sql(OF_ICB)
                .param("icb", icb)
                .param("code", code)
                .query(Directory::organisation)
                .optional();
    }

    public Optional<Organisation> byId(int id) {
        return jdbc.sql(BY_ID).param("id", id).query(Directory::organisation).optional();
    }

    /// These organisations, by name.
    public List<Organisation> named(Collection<Integer> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(Integer[]::new))
                .query(Directory::organisation)
                .list();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getInt("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("opened", LocalDate.class),
                row.getObject("closed", LocalDate.class),
                row.getBoolean("fictional"));
    }

    /// What the ICB assures on that day, by name.
    public List<Organisation> providersOf(int icb, LocalDate on) {
        return jdbc.sql(PROVIDERS)
                .param("icb", icb)
                .param("on", on)
                .query(Directory::organisation)
                .list();
    }
}
