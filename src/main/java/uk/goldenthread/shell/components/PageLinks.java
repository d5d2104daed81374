package uk.goldenthread.shell.components;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The pages of a long list, with gaps: 1 … 8 9 10 11 12 … 40.
///
/// @param previous null on the first page
/// @param next null on the last
public record PageLinks(@Nullable String previous, @Nullable String next, List<Item> items) {
    private static final int EITHER_SIDE = 2;

    public PageLinks {
        items = List.copyOf(items);
    }

    /// One page; or a gap, which has no address.
    public record Item(int number, @Nullable String href, boolean current) {}

    /// The links of a list: the first and the last page, and two either side of the page shown.
    ///
    /// @param page the page shown, from 1
    /// @param size lines a page, at least 1
    /// @param total lines in all
    /// @param address of a page by its number
    public static PageLinks of(int page, int size, long total, IntFunction<String> address) {
        var last = (int) Math.max(1, (total + size - 1) / size);
        var shown = new TreeSet<Integer>(List.of(1, last));
        for (int near = page - EITHER_SIDE; near <= page + EITHER_SIDE; near++) {
            if (near >= 1 && near <= last) {
                shown.add(near);
            }
        }
        var items = new ArrayList<Item>();
        var before = 0;
        for (int number : shown) {
            if (number == before + 2) {
                items.add(new Item(before + 1, address.apply(before + 1), false));
            } else if (number > before + 2) {
                items.add(new Item(0, null, false));
            }
            items.add(new Item(number, address.apply(number), number == page));
            before = number;
        }
        return new PageLinks(
                page > 1 ? address.apply(page - 1) : null, page < last ? address.apply(page + 1) : null, items);
    }

    /// The same with another address for the page after this one, where there is one.
    public PageLinks nextBy(String address) {
        return next == null ? this : new PageLinks(previous, address, items);
    }

    public boolean needed() {
        return items.size() > 1;
    }
}
