package uk.goldenthread.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way to the database: a transaction that first says who acts. Without it row-level security shows nothing.
///
/// A call inside another joins it when the scope is the same; a different scope inside a transaction is a programming
/// error and throws.
@Component
public class UnitOfWork {
    private static final String SCOPE_KEY = UnitOfWork.class.getName();
    private static final String BEGIN_READ = "select lib.begin_read(:account, :icb, :organisation, :reach)";
    private static final String BEGIN_WRITE = "select lib.begin_write(:account, :icb, :organisation, :reach)";
    private static final String RECORDED_AT = """
            select set_config('app.recorded_at', :instant, true), set_config('app.replayed_at', :instant, true)
            """;
    private static final String BEGIN_AS_AT = "select lib.begin_as_at(:account, :icb, :organisation, :reach, :instant)";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final TransactionTemplate apart;

    public UnitOfWork(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Reads the rows as they stood at the scope's instant; the present when it has none.
    public <T extends @Nullable Object> T read(Scope scope, Supplier<T> work) {
        return run(reading, scope, scope.asAt() == null ? BEGIN_READ : BEGIN_AS_AT, work);
    }

    /// Reads the rows as they stood at `asAt`; the present when that is null.
    public <T extends @Nullable Object> T read(Scope scope, @Nullable Instant asAt, Supplier<T> work) {
        return read(scope.asAt(asAt), work);
    }

    /// Changes the present. All of the work's rows carry one recorded instant.
    ///
    /// @throws IllegalStateException when the scope looks at the past
    public <T extends @Nullable Object> T write(Scope scope, Supplier<T> work) {
        return run(writing, present(scope), BEGIN_WRITE, work);
    }

    private static Scope present(Scope scope) {
        if (scope.asAt() != null) {
            throw new IllegalStateException("the past, as at %s, cannot be changed".formatted(scope.asAt()));
        }
        return scope;
    }

    /// Writes in a transaction of its own even inside another, and stays when that one rolls back: for the ledger entry
    /// of a refusal.
    public <T extends @Nullable Object> T writeApart(Scope scope, Supplier<T> work) {
        var outer = (Running) TransactionSynchronizationManager.getResource(SCOPE_KEY);
        if (outer != null) {
            TransactionSynchronizationManager.unbindResource(SCOPE_KEY);
        }
        try {
            return run(apart, present(scope), BEGIN_WRITE, work);
        } finally {
            if (outer != null) {
                TransactionSynchronizationManager.bindResource(SCOPE_KEY, outer);
            }
        }
    }

    /// The unit of work that runs on this thread, if one does.
    public Optional<Running> running() {
        return Optional.ofNullable((Running) TransactionSynchronizationManager.getResource(SCOPE_KEY));
    }

    private <T extends @Nullable Object> T run(
            TransactionTemplate template, Scope scope, String begin, Supplier<T> work) {
        var running = (Running) TransactionSynchronizationManager.getResource(SCOPE_KEY);
        if (running != null) {
            return join(running, new Running(scope, begin.equals(BEGIN_WRITE)), work);
        }
        return template.execute(_ -> {
            TransactionSynchronizationManager.bindResource(SCOPE_KEY, new Running(scope, begin.equals(BEGIN_WRITE)));
            try {
                announce(begin, scope);
                return work.get();
            } finally {
                TransactionSynchronizationManager.unbindResource(SCOPE_KEY);
            }
        });
    }

    private static <T extends @Nullable Object> T join(Running outer, Running inner, Supplier<T> work) {
        if (!outer.scope.equals(inner.scope) || (inner.writing && !outer.writing)) {
            throw new IllegalStateException("a unit of work for %s was asked for inside one for %s"
                    .formatted(inner.describe(), outer.describe()));
        }
        return work.get();
    }

    private void announce(String begin, Scope scope) {
        var statement = jdbc.sql(begin)
                .param("account", scope.account())
                .param("icb", scope.icb(), java.sql.Types.INTEGER)
                .param("organisation", scope.organisation(), java.sql.Types.INTEGER)
                .param("reach", scope.reach().name());
        if (scope.asAt() != null) {
            statement = statement.param("instant", Timestamp.from(scope.asAt()));
        }
        statement.query((_, _) -> true).single();
        var replayed = Replay.instant();
        if (replayed != null && scope.asAt() == null) {
            jdbc.sql(RECORDED_AT)
                    .param("instant", replayed.toString())
                    .query((_, _) -> true)
                    .single();
        }
    }

    /// A unit of work while it runs.
    ///
    /// @param memory what was worked out once for the whole of it, by a key of whoever did
    public record Running(Scope scope, boolean writing, Map<Object, Object> memory) {
        Running(Scope scope, boolean writing) {
            this(scope, writing, new HashMap<>());
        }

        String describe() {
            return "%s in ICB %s (%s%s)"
                    .formatted(
                            scope.reach(),
                            scope.icb(),
                            writing ? "writing" : "reading",
                            scope.asAt() == null ? "" : " as at " + scope.asAt());
        }
    }
}
