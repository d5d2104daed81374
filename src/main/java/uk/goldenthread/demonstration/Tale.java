package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.List;

/// A part of what people did in the demonstration's past, beyond the weekly round of returns.
interface Tale {
    /// What happened, each at its instant; only what lies before now is told.
    ///
    /// @param today the day on which the demonstration is made
    List<Moment> moments(World world, LocalDate today);
}
