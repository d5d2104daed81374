package uk.goldenthread.contracts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.database.Conditions;

/// SQL of requests for evidence under contracts.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class RequestStore {
    private static final String ASK = """
            insert into evidence_request (contract, icb, organisation, clause, asked, asked_on, asked_by, due_on)
            values (:contract, :icb, :organisation, :clause, :asked, :day, :account, :due)
            returning id
            """;
    private static final String COLUMNS = """
            select q.id, q.contract, q.icb, q.organisation, q.clause, q.asked, q.asked_on, q.asked_by, q.due_on, q.answer,
                q.answered_on, q.answered_by, q.accepted_on, q.accepted_by, q.returned_why, q.version,
                c.reference, c.title
            from evidence_request q
            join contract c on c.id = q.contract
            where %s
            order by q.due_on, q.id
            limit 200
            """;
    private static final String ANSWER = """
            update evidence_request
            set answer = :answer, answered_on = :day, answered_by = :account, returned_why = null, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String ACCEPT = """
            update evidence_request set accepted_on = :day, accepted_by = :account, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String GIVE_BACK = """
            update evidence_request
            set answered_on = null, answered_by = null, returned_why = :why, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A request as it stands.
    ///
    /// @param contractName the contract's reference and title
    /// @param returnedWhy why an answer was not enough; null when none was given back
    public record Request(
            long id,
            long contract,
            int icb,
            int organisation,
            String contractName,
            String clause,
            String asked,
            LocalDate askedOn,
            int askedBy,
            LocalDate dueOn,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable Integer answeredBy,
            @Nullable LocalDate acceptedOn,
            @Nullable Integer acceptedBy,
            @Nullable String returnedWhy,
            int version) {
        public boolean isAnswered() {
            return answeredOn != null;
        }

        public boolean isAccepted() {
            return acceptedOn != null;
        }
    }

    /// @return the number of the request
    public long ask(Contract contract, int account, String clause, String asked, Days days) {
        return jdbc.sql(ASK)
                .param("contract", contract.id())
                .param("icb", contract.icb())
                .param("organisation", contract.organisation())
                .param("clause", clause)
                .param("asked", asked)
                .param("day", days.asked())
                .param("account", account)
                .param("due", days.due())
                .query(Long.class)
                .single();
    }

    /// When something is asked and when it is due.
    public record Days(LocalDate asked, LocalDate due) {}

    private static Conditions within(Actor actor) {
        var conditions = Conditions.of("q.icb = :icb", "icb", actor.icb());
        return actor.reachesWholeIcb()
                ? conditions
                : conditions.and("q.organisation = :own", "own", actor.organisation());
    }

    private List<Request> where(Conditions conditions) {
        return jdbc.sql(COLUMNS.formatted(conditions.sql()))
                .params(conditions.values())
                .query(RequestStore::request)
                .list();
    }

    public Optional<Request> find(Actor actor, long id) {
        return where(within(actor).and("q.id = :id", "id", id)).stream().findFirst();
    }

    /// Those of these that the actor may see.
    public List<Request> some(Actor actor, Collection<Long> ids) {
        return where(within(actor).and("q.id = any(:ids::bigint[])", "ids", ids.toArray(Long[]::new)));
    }

    public List<Request> of(Actor actor, long contract) {
        return where(within(actor).and("q.contract = :contract", "contract", contract));
    }

    /// What was asked under any of these contracts.
    public List<Request> under(Actor actor, List<Long> contracts) {
        return where(within(actor)
                .and("q.contract = any(:contracts::bigint[])", "contracts", contracts.toArray(Long[]::new)));
    }

    /// What waits for the provider, soonest first.
    public List<Request> open(Actor actor) {
        return where(within(actor).when(true, "q.answered_on is null"));
    }

    /// What waits for the ICB to look at.
    public List<Request> answered(Actor actor) {
        return where(within(actor).when(true, "q.answered_on is not null and q.accepted_on is null"));
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getLong("id"),
                row.getLong("contract"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getString("reference") + " " + row.getString("title"),
                row.getString("clause"),
                row.getString("asked"),
                row.getObject("asked_on", LocalDate.class),
                row.getInt("asked_by"),
                row.getObject("due_on", LocalDate.class),
                row.getString("answer"),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("answered_by", Integer.class),
                row.getObject("accepted_on", LocalDate.class),
                row.getObject("accepted_by", Integer.class),
                row.getString("returned_why"),
                row.getInt("version"));
    }

    private static void changed(Request request, JdbcClient.StatementSpec statement) {
        int rows = statement
                .param("id", request.id())
                .param("icb", request.icb())
                .param("version", request.version())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("request %d changed since it was read".formatted(request.id()));
        }
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void answer(Request request, int account, LocalDate today, String answer) {
        changed(
                request,
                jdbc.sql(ANSWER).param("answer", answer).param("day", today).param("account", account));
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void accept(Request request, int account, LocalDate today) {
        changed(request, jdbc.sql(ACCEPT).param("day", today).param("account", account));
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void giveBack(Request request, String why) {
        changed(request, jdbc.sql(GIVE_BACK).param("why", why));
    }
}
