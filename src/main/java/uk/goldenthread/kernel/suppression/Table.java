package uk.goldenthread.kernel.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The counts of one published table, after filters, with the total that is published beside them.
///
/// @param cells the counts, none negative
/// @param total their sum, or null when no total is published
public record Table(List<Long> cells, @Nullable Long total) {
    /// The table as published.
    ///
    /// @param cells the text of each cell, in order
    /// @param total the text of the total; null when there was none
    public record Published(List<String> cells, @Nullable String total) {}

    /// @throws IllegalArgumentException when a count is negative or the total is not their sum
    public Table {
        cells = List.copyOf(cells);
        if (cells.stream().anyMatch(cell -> cell < 0)) {
            throw new IllegalArgumentException("a count cannot be negative");
        }
        long sum = cells.stream().mapToLong(Long::longValue).sum();
        if (total != null && total != sum) {
            throw new IllegalArgumentException("the total is %d but the rows add up to %d".formatted(total, sum));
        }
    }

    /// What may be published under a profile. Small counts are hidden; where the shown total would still give a hidden
    /// count away, the smallest further counts are hidden with it, and where there are none left, the total.
    public Published publish(Profile profile) {
        var texts = new ArrayList<String>();
        cells.forEach(cell -> texts.add(profile.count(cell)));
        if (total == null) {
            return new Published(texts, null);
        }
        var totalText = profile.count(total);
        if (!profile.secondary() || profile.hides(total) || cells.stream().noneMatch(profile::hides)) {
            return new Published(texts, totalText);
        }
        return protect(profile, texts, totalText);
    }

    private Published protect(Profile profile, List<String> texts, String totalText) {
        long hidden =
                cells.stream().filter(profile::hides).mapToLong(Long::longValue).sum();
        long primaries = cells.stream().filter(profile::hides).count();
        int secondaries = 0;
        var candidates = IntStream.range(0, cells.size())
                .boxed()
                .filter(i -> cells.get(i) >= profile.threshold())
                .sorted(Comparator.comparing(cells::get))
                .iterator();
        while (isGivenAway(profile, hidden, primaries, secondaries)) {
            if (!candidates.hasNext()) {
                return new Published(texts, Profile.SECONDARY);
            }
            int next = candidates.next();
            texts.set(next, Profile.SECONDARY);
            hidden += cells.get(next);
            secondaries++;
        }
        return new Published(texts, totalText);
    }

    /// A reader knows the sum of the hidden counts, that each small one lies between the least hidden count and the
    /// threshold, and that each further one is no smaller than the threshold. A small count is given away when only
    /// one value fits.
    private static boolean isGivenAway(Profile profile, long hidden, long primaries, int secondaries) {
        long least = profile.suppressZero() ? 0 : 1;
        long most = profile.threshold() - 1L;
        if (least == most) {
            return false; // the hidden text says it outright: the profile wanted it so
        }
        long othersLeast = (primaries - 1) * least + (long) secondaries * profile.threshold();
        long highest = Math.min(most, hidden - othersLeast);
        long lowest = secondaries > 0 ? least : Math.max(least, hidden - (primaries - 1) * most);
        return highest <= lowest;
    }
}
