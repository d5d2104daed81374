package uk.goldenthread.thread;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.access.Actor;
import uk.goldenthread.kernel.Reference;

/// What a module knows of the thread. Each module whose records belong on it contributes a bean. Called inside a unit
/// of
/// work for the actor; what the actor may not see is left out, as if it did not exist. Set-based: one statement or two
/// for all references asked about, whatever their number; references of kinds that the module does not know are passed
/// over.
public interface ThreadSource {
    /// The things of this module among those asked for.
    List<ThreadNode> nodes(Actor actor, Collection<Reference> of);

    /// The links that this module keeps to or from any of these things. The module that stores a link tells it; the
    /// other end need not be its own.
    List<ThreadLink> links(Actor actor, Collection<Reference> of);

    /// The thing whose page has this address, when it is this module's.
    ///
    /// @param path without a query, as `/measures/K03`
    default Optional<Reference> at(String path) {
        return Optional.empty();
    }
}
