package uk.goldenthread.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists the SQL statements the application sends while something runs, so that a test can hold a page to a number of
/// them: a page that asks once a row is found out.
///
/// Counts what every thread of the application sends; tests of one JVM run one after another.
@Component
public class Statements implements BeanPostProcessor {
    private static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());
    private static volatile boolean listening;

    /// What the application sent while `work` ran, in order, without the statement that says who acts.
    public List<String> during(Runnable work) {
        SEEN.clear();
        listening = true;
        try {
            work.run();
        } finally {
            listening = false;
        }
        synchronized (SEEN) {
            return SEEN.stream().filter(sql -> !sql.contains("lib.begin_")).toList();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcClient client ? listeningTo(client) : bean;
    }

    private static JdbcClient listeningTo(JdbcClient client) {
        return sql -> {
            if (listening) {
                SEEN.add(sql);
            }
            return client.sql(sql);
        };
    }
}
