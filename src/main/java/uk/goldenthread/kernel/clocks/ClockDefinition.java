package uk.goldenthread.kernel.clocks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One time limit in one edition: who must do what, counted from which event, for how long.
///
/// @param code         stable, such as `RR-15`; editions of one limit share it
/// @param title        what must be done
/// @param dutyHolder   who must do it, often not the ICB
/// @param startEvent   the event that starts it
/// @param stopEvent    the event that stops it
/// @param duration     how long; counts back for "at least so long before"
/// @param guard        true when the date is the earliest allowed, not the latest
/// @param pauseReasons why it may stand still; empty when it never does and a breach stays a breach
/// @param amber        when it turns amber; null for never
/// @param red          when it turns red; null for the default near the deadline
/// @param onBreach     what follows when it is missed
/// @param origin       source and dates in force
public record ClockDefinition(
        String code,
        String title,
        String dutyHolder,
        String startEvent,
        String stopEvent,
        Span duration,
        boolean guard,
        List<String> pauseReasons,
        @Nullable Warning amber,
        @Nullable Warning red,
        String onBreach,
        Origin origin) {

    private static final Origin AD_HOC = new Origin(Basis.LOCAL_TARGET, "given by hand", true, LocalDate.EPOCH, null);

    public ClockDefinition {
        pauseReasons = List.copyOf(pauseReasons);
    }

    /// A clock that is in no catalogue, of a length given by hand. It may be paused and has no amber point.
    public static ClockDefinition adHoc(Span span) {
        return new ClockDefinition(
                span.code(), span.code(), "", "", "", span, false, List.of("ANY"), null, null, "", AD_HOC);
    }

    /// Whether it may stand still.
    public boolean isPausable() {
        return !pauseReasons.isEmpty();
    }
}
