package uk.goldenthread.actions.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.actions.model.Action;

/// What a file of actions is compared with, in one statement whatever its length. Called inside a
/// unit of work.
@Repository
public class ActionFiles {
    private static final String KNOWN =
            ActionStore.ACTIONS.replace("a.version\n", """
            a.version,
                coalesce((
                    select x.reason from action_extension x
                    where x.action = a.id and x.decision = 'APPROVED'
                    order by x.id desc
                    limit 1), '') as reason
            """) + "where a.icb = :icb and a.id = any (:ids)\norder by a.id";
    private static final String TAKE_BACK = """
            update action_extension
            set decision = 'TAKEN_BACK', decided_at = :at
            where icb = :icb and id = (
                select x.id from action_extension x
                where x.icb = :icb and x.action = :action and x.decision = 'APPROVED'
                order by x.id desc
                limit 1)
            """;

    private final JdbcClient jdbc;

    ActionFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An action, and why its date stands where it does; empty while it never moved.
    public record Known(Action action, String reason) {}

    /// Those of these actions that the running unit of work may see, by number.
    public Map<Long, Known> known(int icb, Collection<Long> ids) {
        var known = new HashMap<Long, Known>();
        jdbc.sql(KNOWN)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Known(ActionStore.action(row, number), row.getString("reason")))
                .list()
                .forEach(each -> known.put(each.action().id(), each));
        return known;
    }

    /// Takes back the last later date of an action.
    public void takeBack(Action action, Instant at) {
        jdbc.sql(TAKE_BACK)
                .param("icb", action.icb())
                .param("action", action.id())
                .param("at", Timestamp.from(at))
                .update();
    }
}
