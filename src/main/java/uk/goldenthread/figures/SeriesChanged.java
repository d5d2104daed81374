package uk.goldenthread.figures;

import java.util.Set;

/// Values of these series were written and their process-control state worked out anew. Published inside the
/// transaction
/// that wrote them: a listener (`@EventListener`) runs in it too, so what it derives is true when the write is.
///
/// @param icb the legal ICB
public record SeriesChanged(int icb, Set<SeriesKey> series) {
    public SeriesChanged {
        series = Set.copyOf(series);
    }
}
