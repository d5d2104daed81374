package uk.goldenthread.actions.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.access.Actor;
import uk.goldenthread.actions.ActionReading.Wanted;
import uk.goldenthread.actions.store.ActionList.After;
import uk.goldenthread.actions.store.ActionList.Mark;
import uk.goldenthread.actions.store.ActionList.Order;
import uk.goldenthread.actions.store.ActionList.Row;
import uk.goldenthread.actions.store.ActionList.Start;

/// What the address of the list says: filters, order, page. What it does not know it leaves out.
final class ListAddress {
    private static final java.util.List<String> KNOWN = java.util.List.of(
            "organisation", "owner", "state", "theme", "priority", "from", "mark", "sort", "asAt", "page", "after");

    private static final Pattern AFTER = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,18})");

    private final Map<String, String> parts;

    private ListAddress(Map<String, String> parts) {
        this.parts = parts;
    }

    static ListAddress of(Map<String, String> asked) {
        var parts = new TreeMap<String, String>();
        KNOWN.forEach(name -> {
            var value = asked.get(name);
            if (value != null && !value.isBlank()) {
                parts.put(name, value.strip());
            }
        });
        return new ListAddress(parts);
    }

    @Nullable
    String part(String name) {
        return parts.get(name);
    }

    /// The part for a form's field, which shows nothing where there is none.
    String text(String name) {
        return parts.getOrDefault(name, "");
    }

    /// The same list with one part changed, from its first page; null takes the part away.
    ListAddress with(String name, @Nullable String value) {
        var changed = new TreeMap<>(parts);
        changed.remove("page");
        changed.remove("after");
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new ListAddress(changed);
    }

    String onPage(int number) {
        return with("page", number > 1 ? Integer.toString(number) : null).href("/actions");
    }

    /// The page after one that ended with this line.
    String afterwards(Row last) {
        var next = with("page", Integer.toString(page() + 1));
        if (order().goesOn()) {
            next.parts.put("after", after(last));
        }
        return next.href("/actions");
    }

    /// How an address names the line that ended a page: `2026-03-01.17`.
    static String after(Row last) {
        return "%s.%d".formatted(last.due(), last.id());
    }

    private @Nullable After after() {
        var named = AFTER.matcher(text("after"));
        try {
            return named.matches() ? new After(LocalDate.parse(named.group(1)), Long.parseLong(named.group(2))) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    String href(String path) {
        var query = new StringBuilder();
        var ordered = new LinkedHashMap<String, String>();
        KNOWN.forEach(name -> {
            if (parts.containsKey(name)) {
                ordered.put(name, parts.get(name));
            }
        });
        ordered.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return path + query;
    }

    int page() {
        return number(part("page"), 1);
    }

    Order order() {
        return switch (text("sort")) {
            case "dueAt,desc" -> Order.LATEST;
            case "updatedAt,desc" -> Order.UPDATED;
            default -> Order.SOONEST;
        };
    }

    @Nullable
    Mark mark() {
        return Arrays.stream(Mark.values())
                .filter(mark -> code(mark).equals(text("mark")))
                .findFirst()
                .orElse(null);
    }

    /// How an address names a mark: `overdue`, `due-soon`.
    static String code(Mark mark) {
        return mark.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// What is wanted of the list; "me" is the person's own.
    Wanted wanted(Actor actor, int page, int size) {
        var owner = text("owner");
        var from = part("from");
        return new Wanted(
                part("organisation"),
                owner.isEmpty() ? null : Integer.valueOf(owner.equals("me") ? actor.account() : number(owner, -1)),
                part("state"),
                part("theme"),
                part("priority"),
                from == null || from.matches("[a-z-]{1,40}") ? from : "none",
                mark(),
                order(),
                new Start(page, after()),
                size);
    }

    static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : otherwise;
    }
}
