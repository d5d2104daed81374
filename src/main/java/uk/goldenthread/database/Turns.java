package uk.goldenthread.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets units of work that add to the same thing follow one another, where there is no row yet that they could lock:
/// each then sees what the one before it added.
@Component
public class Turns {
    private static final String AWAIT = "select pg_advisory_xact_lock(736503, hashtext(:what))";

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits until nobody else is at it, and keeps them waiting until the running unit of work ends.
    ///
    /// @param what stable name of the thing that is added to
    public void await(String what) {
        jdbc.sql(AWAIT).param("what", what).query((_, _) -> true).single();
    }
}
