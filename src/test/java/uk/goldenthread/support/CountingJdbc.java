package uk.goldenthread.support;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts the statements that pass through it, so that a test can say how many a use takes whatever the
/// number of rows. Joins the running transaction: build the service under test on [#client()].
public final class CountingJdbc extends JdbcTemplate {
    private final AtomicInteger statements = new AtomicInteger();

    public CountingJdbc(DataSource dataSource) {
        super(dataSource);
    }

    public JdbcClient client() {
        return JdbcClient.create(this);
    }

    /// How many since it was last asked.
    public int taken() {
        return statements.getAndSet(0);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        statements.incrementAndGet();
        super.applyStatementSettings(statement);
    }
}
