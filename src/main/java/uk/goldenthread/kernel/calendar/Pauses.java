package uk.goldenthread.kernel.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All pauses of one clock, in order and without overlap, so that no date is given back twice.
public final class Pauses {
    private static final Pauses NONE = new Pauses(List.of());

    private final List<Pause> ordered;

    private Pauses(List<Pause> ordered) {
        this.ordered = ordered;
    }

    /// A clock that never stood still.
    public static Pauses none() {
        return NONE;
    }

    /// Pauses in any order; those that touch or overlap become one.
    public static Pauses of(List<Pause> pauses) {
        var ordered = new ArrayList<Pause>();
        for (var next :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            var last = ordered.isEmpty() ? null : ordered.getLast();
            if (last != null && (last.to() == null || !next.from().isAfter(last.to()))) {
                ordered.set(ordered.size() - 1, new Pause(last.from(), later(last.to(), next.to())));
            } else {
                ordered.add(next);
            }
        }
        return ordered.isEmpty() ? NONE : new Pauses(List.copyOf(ordered));
    }

    /// The pauses, earliest first.
    public List<Pause> ordered() {
        return ordered;
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return ordered.isEmpty();
    }

    /// Whether the last pause has not ended, so that no deadline is certain yet.
    public boolean isOpen() {
        return !ordered.isEmpty() && ordered.getLast().to() == null;
    }

    /// Whether the clock stands still on this date.
    public boolean covers(LocalDate date) {
        for (var pause : ordered) {
            if (pause.covers(date)) {
                return true;
            }
        }
        return false;
    }

    /// The same pauses with an open one taken to end on the given date: the earliest that a deadline can then be.
    /// An open pause that had not begun by that date is left out.
    public Pauses closedOn(LocalDate date) {
        if (!isOpen()) {
            return this;
        }
        var closed = new ArrayList<>(ordered.subList(0, ordered.size() - 1));
        var open = ordered.getLast();
        if (open.from().isBefore(date)) {
            closed.add(new Pause(open.from(), date));
        }
        return new Pauses(List.copyOf(closed));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pauses pauses && ordered.equals(pauses.ordered);
    }

    @Override
    public int hashCode() {
        return ordered.hashCode();
    }

    @Override
    public String toString() {
        return ordered.toString();
    }
}
