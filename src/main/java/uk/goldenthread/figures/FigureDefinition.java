package uk.goldenthread.figures;

import uk.goldenthread.access.Actor;

/// A named figure that a module contributes as a bean: how a number is worked out, and the rows it is
/// worked out from. Working it out again as at the same instant must give the same result; nothing may
/// depend on the clock.
public interface FigureDefinition {
    /// Its name in addresses: lower-case words joined by hyphens. Never changed once a paper may have
    /// used it.
    String name();

    /// Works it out, inside a unit of work that is for the actor and as at the instant asked for. Asks
    /// the access policy before anything else.
    ///
    /// @throws IllegalArgumentException when a parameter is missing or wrong, with a sentence for the
    ///     person
    /// @throws uk.goldenthread.access.HiddenException when even existence is private
    FigureResult work(FigureRequest request, Actor actor);
}
