package uk.goldenthread.organisations;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;

/// Lays down invented organisations, who assures them and how they are tied, many at a time: the ground of a
/// demonstration. Real ones come from the register.
@Service
public class Founding {
    private static final String ADD = """
            insert into organisation (code, name, kind, opened, closed, fictional, source)
            select code, name, kind, opened, closed, true, 'demonstration'
            from jsonb_to_recordset(cast(:organisations as jsonb))
                as o(code text, name text, kind text, opened date, closed date)
            returning id, code
            """;
    private static final String ASSURE = """
            insert into icb_member (icb, organisation, valid_from, valid_to)
            select :icb, o.id, o.opened, o.closed
            from organisation o
            where o.code = any(:codes) and o.fictional
            """;
    private static final String ASSURE_TOO = """
            insert into icb_member (icb, organisation, lead, valid_from, valid_to)
            select i.id, o.id, false, o.opened, o.closed
            from organisation i, organisation o
            where i.code = :icb and i.fictional and o.code = any(:codes) and o.fictional
            """;
    private static final String TIE = """
            insert into organisation_link (from_organisation, to_organisation, type, valid_from)
            select f.id, t.id, l.type, l.valid_from
            from jsonb_to_recordset(cast(:links as jsonb)) as l(from_code text, to_code text, type text, valid_from date)
            join organisation f on f.code = l.from_code and f.fictional
            join organisation t on t.code = l.to_code and t.fictional
            """;
    private static final String APPOINT = """
            insert into post_holder (icb, organisation, role, person, appointment, valid_from, valid_to)
            select :icb, o.id, h.post, h.person, 'SUBSTANTIVE', h.valid_from, h.valid_to
            from jsonb_to_recordset(cast(:holdings as jsonb))
                as h(organisation text, post text, person text, valid_from date, valid_to date)
            join organisation o on o.code = h.organisation and o.fictional
            """;
    private static final String ANY = "select exists (select from pub_organisation)";

    private final UnitOfWork work;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ledger ledger;

    public Founding(UnitOfWork work, JdbcClient jdbc, JsonMapper json, Ledger ledger) {
        this.work = work;
        this.jdbc = jdbc;
        this.json = json;
        this.ledger = ledger;
    }

    /// An invented organisation.
    ///
    /// @param kind a code of `catalogue/organisation-kinds.yaml`
    /// @param closed the first day it no longer was
    public record Founded(
            String code,
            String name,
            String kind,
            LocalDate opened,
            @Nullable LocalDate closed) {}

    /// A dated tie between two of them, by their codes.
    ///
    /// @param type as in the table `organisation_link`
    public record Tie(String from_code, String to_code, String type, LocalDate valid_from) {}

    /// Whether the system knows any organisation yet.
    public boolean isAnythingThere() {
        return work.read(
                Scope.system(),
                () -> jdbc.sql(ANY).query((row, _) -> row.getBoolean(1)).single());
    }

    /// Adds them all, with what the ICB assures and the ties.
    ///
    /// @param icb the code of the ICB that assures, one of `founded`
    /// @param assured codes of what it assures, from the day each opened to the day it closed
    /// @return their numbers by code
    public Map<String, Integer> found(String icb, List<Founded> founded, List<String> assured, List<Tie> ties) {
        return work.write(Scope.system(), () -> {
            var numbers = new HashMap<String, Integer>();
            jdbc.sql(ADD)
                    .param("organisations", json.writeValueAsString(founded))
                    .query(row -> {
                        numbers.put(row.getString("code"), row.getInt("id"));
                    });
            var acting = numbers.get(icb);
            if (acting == null) {
                throw new IllegalArgumentException("no ICB " + icb);
            }
            jdbc.sql(ASSURE)
                    .param("icb", acting)
                    .param("codes", assured.toArray(String[]::new))
                    .update();
            jdbc.sql(TIE).param("links", json.writeValueAsString(ties)).update();
            ledger.record("ORGANISATIONS_FOUNDED", "icb/" + acting, Map.of("organisations", founded.size()));
            return Map.copyOf(numbers);
        });
    }

    /// Lets a further ICB assure some of them too, without leading.
    ///
    /// @param icb its code, one of those founded
    public void assureToo(String icb, List<String> codes) {
        work.write(Scope.system(), () -> {
            var made = jdbc.sql(ASSURE_TOO)
                    .param("icb", icb)
                    .param("codes", codes.toArray(String[]::new))
                    .update();
            ledger.record("ORGANISATIONS_ASSURED", "icb/" + icb, Map.of("organisations", made));
            return true;
        });
    }

    /// An invented person in a post.
    ///
    /// @param organisation its code
    /// @param post a code of `catalogue/statutory-roles.yaml`
    /// @param valid_to the first day on which they no longer held it
    public record Holding(
            String organisation,
            String post,
            String person,
            LocalDate valid_from,
            @Nullable LocalDate valid_to) {}

    /// Puts invented people in posts of invented organisations.
    public void appoint(int icb, List<Holding> holdings) {
        work.write(Scope.jobFor(icb), () -> {
            jdbc.sql(APPOINT)
                    .param("icb", icb)
                    .param("holdings", json.writeValueAsString(holdings))
                    .update();
            ledger.record("POSTS_FILLED", "icb/" + icb, Map.of("posts", holdings.size()));
            return true;
        });
    }
}
