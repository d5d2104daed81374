package uk.goldenthread;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one line why the system did not start, where whoever starts it can mend that: a setting, the port, the
/// database. Anything else is a fault of the program, and is logged with all that is known of it.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailure implements SpringBootExceptionReporter {
    /// No connection, not let in, no such database.
    private static final Set<String> UNREACHED = Set.of("08", "28", "3D");

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of("Port %d is taken: stop what listens there, or set GOLDENTHREAD_PORT to another"
                        .formatted(taken.getPort()));
            }
            if (cause instanceof SQLException sql && isUnreached(sql)) {
                return Optional.of("The database cannot be used with GOLDENTHREAD_DB_URL, GOLDENTHREAD_DB_USER and"
                        + " GOLDENTHREAD_DB_PASSWORD as they are set: " + firstLine(sql));
            }
            if (isOurs(cause)) {
                return Optional.of(firstLine(cause));
            }
        }
        return Optional.empty();
    }

    private static boolean isUnreached(SQLException sql) {
        var state = sql.getSQLState();
        return state != null && state.length() == 5 && UNREACHED.contains(state.substring(0, 2));
    }

    /// Our own code threw it and names a setting, or the data folder is in use.
    private static boolean isOurs(Throwable cause) {
        var frames = cause.getStackTrace();
        var message = String.valueOf(cause.getMessage());
        return frames.length > 0
                && frames[0].getClassName().startsWith("uk.goldenthread.")
                && (message.startsWith("GOLDENTHREAD_") || message.startsWith("Golden Thread is already running"));
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
