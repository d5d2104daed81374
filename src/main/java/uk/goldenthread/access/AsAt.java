package uk.goldenthread.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The instant a page is asked for as at, or the present.
///
/// @param instant null for the present
public record AsAt(@Nullable Instant instant) {
    /// The present.
    public static final AsAt PRESENT = new AsAt(null);

    public boolean isPast() {
        return instant != null;
    }

    /// The address of another page that shows the same instant.
    public String on(String address) {
        return instant == null ? address : address + (address.contains("?") ? "&" : "?") + "asAt=" + instant;
    }
}
