package uk.goldenthread.notify.mail;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// How many of one kind wait. The words name no one and no organisation.
///
/// @param words as "Returns to enter"
record Matter(String words, int count) {

    /// The same kinds counted together, in the order in which they first came.
    static List<Matter> together(Collection<Matter> matters) {
        var counts = new LinkedHashMap<String, Integer>();
        matters.forEach(m -> counts.merge(m.words(), m.count(), Integer::sum));
        return counts.entrySet().stream()
                .map(e -> new Matter(e.getKey(), e.getValue()))
                .toList();
    }

    static int all(Collection<Matter> matters) {
        return matters.stream().mapToInt(Matter::count).sum();
    }
}
