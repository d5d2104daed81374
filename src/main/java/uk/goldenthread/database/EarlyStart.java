package uk.goldenthread.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Starts the database while the application is still being put together: PostgreSQL's own start
/// and the migrations are
/// mostly waiting, and the rest of the start does not need them before the first bean that reads.
public final class EarlyStart implements ApplicationListener<SpringApplicationEvent> {
    private @Nullable Underway underway;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationContextInitializedEvent ready) {
            var context = ready.getApplicationContext();
            underway = new Underway(context.getEnvironment());
            context.getBeanFactory().registerSingleton("databaseUnderway", underway);
        } else if (event instanceof ApplicationFailedEvent && underway != null) {
            underway.abandon();
        }
    }

    /// A database that is being started.
    static final class Underway {
        private final CompletableFuture<DatabaseConfiguration.Started> started = new CompletableFuture<>();
        private final AtomicBoolean taken = new AtomicBoolean();

        Underway(Environment environment) {
            Thread.ofPlatform().name("database-start").daemon().start(() -> {
                try {
                    started.complete(DatabaseConfiguration.start(environment));
                } catch (RuntimeException | Error e) {
                    started.completeExceptionally(e);
                }
            });
        }

        /// The started database; whoever calls this closes it.
        ///
        /// @throws RuntimeException whatever stopped the start
        DatabaseConfiguration.Started await() {
            taken.set(true);
            try {
                return started.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException why) {
                    throw why;
                }
                throw e;
            }
        }

        /// The application failed before it asked for its database: nothing may be left running.
        void abandon() {
            if (!taken.get()) {
                started.thenAccept(DatabaseConfiguration.Started::close)
                        .exceptionally(_ -> null)
                        .join();
            }
        }
    }
}
