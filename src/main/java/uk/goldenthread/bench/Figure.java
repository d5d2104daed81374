package uk.goldenthread.bench;

import org.jspecify.annotations.Nullable;

/// One line of the benchmark.
///
/// @param work the work's code in the design, section 7
/// @param unit what `ours` and `bare` count: `per second`, `seconds` or `MB`; less is better for
///     the last two
/// @param p50 milliseconds that half of the requests took at most; null where nothing was asked
///     repeatedly
/// @param bare what bare SQL reaches beside it; null where there is no such thing
/// @param target what the design wants `ours` to be
/// @param targetRatio `target` over the bare SQL that the design measured; null without one
/// @param processor milliseconds of processor time, application and database, for one request; null
///     where not measured
/// @param failures answers that were not the one asked for
record Figure(
        String work,
        String what,
        String unit,
        double ours,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double bare,
        @Nullable Double target,
        @Nullable Double targetRatio,
        @Nullable Double processor,
        long failures) {

    /// Something counted per second.
    static Figure rate(String work, String what, Load.Measured ours, @Nullable Double bare, Target target) {
        return new Figure(
                work,
                what,
                "per second",
                ours.perSecond(),
                ours.p50(),
                ours.p95(),
                bare,
                target.ours(),
                target.ratio(),
                ours.processor(),
                ours.failures());
    }

    /// One amount.
    static Figure amount(String work, String what, String unit, double ours, @Nullable Double bare, Target target) {
        return new Figure(work, what, unit, ours, null, null, bare, target.ours(), target.ratio(), null, 0);
    }

    /// One line for the person who waits.
    String brief() {
        return "%s: %,.2f %s".formatted(what, ours, unit);
    }

    /// What the design asks for.
    ///
    /// @param limit the bare SQL that the design measured
    record Target(@Nullable Double ours, @Nullable Double limit) {
        static final Target NONE = new Target(null, null);

        @Nullable
        Double ratio() {
            return ours == null || limit == null ? null : Double.valueOf(ours / limit);
        }
    }

    @Nullable
    Double ratio() {
        return bare == null || bare == 0 ? null : Double.valueOf(ours / bare);
    }
}
