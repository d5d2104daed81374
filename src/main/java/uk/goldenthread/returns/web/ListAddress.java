package uk.goldenthread.returns.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.returns.store.ReturnList.Order;

/// What the address of the list says: filters, order, page.
record ListAddress(
        @Nullable String organisation,
        @Nullable String period,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String mark,
        @Nullable String sort,
        @Nullable String asAt,
        int page) {
    static ListAddress of(Map<String, String> asked) {
        return new ListAddress(
                text(asked, "organisation"),
                text(asked, "period"),
                text(asked, "kind"),
                text(asked, "state"),
                text(asked, "mark"),
                text(asked, "sort"),
                text(asked, "asAt"),
                number(asked.get("page")));
    }

    ListAddress marked(@Nullable String another) {
        return new ListAddress(organisation, period, kind, state, another, sort, asAt, 1);
    }

    ListAddress sorted(String another) {
        return new ListAddress(organisation, period, kind, state, mark, another, asAt, 1);
    }

    String onPage(int number) {
        return href("/returns", number);
    }

    String href(String path, int number) {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("organisation", organisation);
        parts.put("period", period);
        parts.put("kind", kind);
        parts.put("state", state);
        parts.put("mark", mark);
        parts.put("sort", sort);
        parts.put("asAt", asAt);
        parts.put("page", number > 1 ? Integer.toString(number) : null);
        var query = new StringBuilder();
        parts.forEach((name, value) -> {
            if (value != null) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return path + query;
    }

    /// What waits for the ICB comes with the oddest figures first, unless another order is asked for.
    Order order() {
        if ("dueAt,asc".equals(sort)) {
            return Order.SOONEST;
        }
        return "odd,desc".equals(sort) || (sort == null && "APPROVED".equals(state)) ? Order.ODDEST : Order.LATEST;
    }

    private static @Nullable String text(Map<String, String> asked, String name) {
        var value = asked.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    static int number(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
    }
}
