package uk.goldenthread.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The conditions of one statement: those that are wanted and no others, so that the database plans the statement once
/// for the index that serves it. `:x is null or column = :x` would hide that index from the plan.
///
/// Conditions are constants of the code; what people typed goes into values alone.
public final class Conditions {
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /// Begins with one that always holds.
    public static Conditions of(String condition, String name, Object value) {
        return new Conditions().and(condition, name, value);
    }

    /// Adds a condition with its value.
    public Conditions and(String condition, String name, Object value) {
        parts.add(condition);
        values.put(name, value);
        return this;
    }

    /// Adds a condition when its value was given.
    public Conditions given(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition, name, value);
    }

    /// Adds a condition when it is wanted.
    public Conditions when(boolean wanted, String condition) {
        if (wanted) {
            parts.add(condition);
        }
        return this;
    }

    /// Adds a value that the statement uses outside its conditions.
    public Conditions value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /// The conditions joined by `and`; `true` when there are none.
    public String sql() {
        return parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    /// The values by name.
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
