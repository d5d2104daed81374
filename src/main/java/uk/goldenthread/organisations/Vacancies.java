package uk.goldenthread.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.organisations.model.Appointment;
import uk.goldenthread.organisations.model.PostReading;
import uk.goldenthread.organisations.model.StatutoryRole;

/// The mandatory posts that nobody holds on a day, of many organisations at once (BR-ROLE-1, BR-ROLE-2). A post that
/// was
/// never entered is left out: of that the directory's page says that nothing is known. Called inside a unit of work.
@Service
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class Vacancies {
    private static final String APPOINTMENTS = """
            select h.organisation, p.kind, h.role, h.person, h.appointment, h.valid_from, h.valid_to
            from pub_post_holder h
            join pub_provider p on p.icb = h.icb and p.organisation = h.organisation
                and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
            where %s
            order by h.organisation, h.role, h.valid_from
            """;

    private final JdbcClient jdbc;
    private final StatutoryRoles roles;

    Vacancies(JdbcClient jdbc, StatutoryRoles roles) {
        this.jdbc = jdbc;
        this.roles = roles;
    }

    /// A post that nobody holds.
    ///
    /// @param role its code
    /// @param name its name
    /// @param since the first day without a holder
    /// @param days how many days it has been vacant, that first day counted as 1
    /// @param uncovered whether nobody has covered it either for longer than allowed
    public record Vacancy(int organisation, String role, String name, LocalDate since, long days, boolean uncovered) {}

    private record Key(int organisation, String kind) {}

    /// @param organisation one, or null for every provider of the ICB
    /// @param noCover days without cover that are allowed
    public List<Vacancy> on(int icb, @Nullable Integer organisation, LocalDate today, int noCover) {
        var conditions = Conditions.of("h.icb = :icb", "icb", icb)
                .given("h.organisation = :organisation", "organisation", organisation);
        var appointments = new LinkedHashMap<Key, Map<String, List<Appointment>>>();
        jdbc.sql(APPOINTMENTS.formatted(conditions.sql()))
                .params(conditions.values())
                .param("today", today)
                .query(row -> {
                    var key = new Key(row.getInt("organisation"), row.getString("kind"));
                    var appointment = appointment(row);
                    appointments
                            .computeIfAbsent(key, _ -> new HashMap<>())
                            .computeIfAbsent(appointment.role(), _ -> new ArrayList<>())
                            .add(appointment);
                });
        var limits = new PostReading.Limits(
                roles.limits().notifyDays(), roles.limits().escalateDays(), noCover);
        var vacancies = new ArrayList<Vacancy>();
        appointments.forEach((key, held) -> roles.of(key.kind()).stream()
                .filter(StatutoryRole::mandatory)
                .filter(role -> held.containsKey(role.code()))
                .map(role -> PostReading.of(role, held.getOrDefault(role.code(), List.of()), today, today, limits))
                .forEach(reading -> {
                    if (reading instanceof PostReading.Vacant vacant) {
                        vacancies.add(vacancy(key.organisation(), vacant));
                    }
                }));
        return vacancies;
    }

    private static Vacancy vacancy(int organisation, PostReading.Vacant vacant) {
        var role = vacant.role();
        return new Vacancy(organisation, role.code(), role.name(), vacant.since(), vacant.days(), vacant.critical());
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                row.getString("role"),
                row.getString("person"),
                Appointment.Type.valueOf(row.getString("appointment")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
