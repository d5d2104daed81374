package uk.goldenthread.papers.service;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What differs between two papers' data, value by value.
final class Differences {
    private static final int MOST = 200;

    private Differences() {}

    /// @param apart keys that do not count, wherever they stand
    static List<Freezing.Difference> between(String before, String now, List<String> apart) {
        var old = flat(before, apart);
        var current = flat(now, apart);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(current.keySet());
        var differences = new ArrayList<Freezing.Difference>();
        for (var path : paths) {
            var then = old.getOrDefault(path, "nothing");
            var is = current.getOrDefault(path, "nothing");
            if (!then.equals(is) && differences.size() < MOST) {
                differences.add(new Freezing.Difference(path, then, is));
            }
        }
        return List.copyOf(differences);
    }

    private static java.util.Map<String, String> flat(String json, List<String> apart) {
        var values = new TreeMap<String, String>();
        var root = CanonicalJson.read(json, JsonNode.class);
        root.properties().forEach(each -> flatten(each.getKey(), each.getValue(), values));
        values.keySet()
                .removeIf(path ->
                        apart.contains(path.substring(path.lastIndexOf('/') + 1).strip()));
        return values;
    }

    private static void flatten(String path, JsonNode node, java.util.Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(each -> flatten(path + " / " + each.getKey(), each.getValue(), values));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                var item = node.get(index);
                flatten(path + " / " + named(item, index), item, values);
            }
        } else {
            values.put(path, node.isNull() ? "nothing" : node.asString());
        }
    }

    /// What an item of a list is called: by what identifies it, so that one more in the middle is one
    /// difference.
    private static String named(JsonNode item, int index) {
        for (var key : List.of("kpi", "code", "label")) {
            if (item.isObject() && item.has(key)) {
                var period = item.has("period") ? " " + item.get("period").asString() : "";
                return item.get(key).asString() + period;
            }
        }
        return Integer.toString(index + 1);
    }
}
