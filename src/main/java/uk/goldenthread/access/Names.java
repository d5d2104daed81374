package uk.goldenthread.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The names behind account numbers, for pages that say who did something. Called inside a unit of work.
@Component
public class Names {
    private static final String NAMES = "select id, name from lib.account_names(:numbers)";

    private final JdbcClient jdbc;

    Names(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Names by account number, as the ledger writes it; `system` is "Golden Thread". An account of another ICB has
    /// none.
    public Map<String, String> of(Collection<String> accounts) {
        var numbers = accounts.stream()
                .filter(a -> a.chars().allMatch(Character::isDigit))
                .map(Integer::valueOf)
                .distinct()
                .toArray(Integer[]::new);
        var names = new HashMap<String, String>();
        names.put("system", "Golden Thread");
        if (numbers.length > 0) {
            jdbc.sql(NAMES).param("numbers", numbers).query(row -> {
                names.put(row.getString("id"), row.getString("name"));
            });
        }
        return names;
    }
}
