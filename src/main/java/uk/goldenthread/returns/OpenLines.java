package uk.goldenthread.returns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.store.ReturnBulk;
import uk.goldenthread.returns.store.ReturnBulk.Place;

/// The lines of many providers' returns, found by keys such as `RTG|2026-09|K01`: organisation, period, measure.
final class OpenLines {
    private final Map<Place, ReturnHeader> headers = new HashMap<>();
    private final Map<String, ReturnLine> lines = new HashMap<>();

    private OpenLines() {}

    static String key(String organisationCode, String period, String kpi) {
        return organisationCode + "|" + period + "|" + kpi;
    }

    static Place place(String key) {
        var parts = key.split("\\|", 3);
        return new Place(parts[0], parts[1]);
    }

    /// The returns that these keys name, with all their lines.
    ///
    /// @param hold whether the returns are held until the unit of work ends
    static OpenLines of(ReturnBulk store, int icb, Collection<String> keys, boolean hold) {
        var places = new HashSet<Place>();
        keys.forEach(key -> places.add(place(key)));
        var found = new OpenLines();
        var byId = new HashMap<Long, ReturnHeader>();
        for (var header : store.headers(icb, places, hold)) {
            found.headers.put(
                    new Place(header.organisationCode(), header.period().code()), header);
            byId.put(header.id(), header);
        }
        store.lines(icb, byId.keySet()).forEach((id, ofOne) -> {
            var header = java.util.Objects.requireNonNull(byId.get(id));
            ofOne.forEach(line -> found.lines.put(
                    key(header.organisationCode(), header.period().code(), line.kpi()), line));
        });
        return found;
    }

    @Nullable
    ReturnHeader header(String key) {
        return headers.get(place(key));
    }

    @Nullable
    ReturnLine line(String key) {
        return lines.get(key);
    }

    List<ReturnHeader> headers() {
        return new ArrayList<>(headers.values());
    }
}
