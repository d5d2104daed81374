package uk.goldenthread.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import uk.goldenthread.access.Actor;
import uk.goldenthread.kernel.Reference;

/// What a module knows of the things that evidence may support. Each module whose records take evidence
/// contributes a
/// bean; without one, nothing can be linked to its records. Called inside a unit of work for the actor.
public interface ClaimSource {
    /// The kinds of reference this module answers for, as `answer`.
    Set<String> kinds();

    /// Those of the things that the actor may see, in one statement whatever their number. What the actor
    /// may
    /// not see
    /// is left out, as if it did not exist.
    List<Claim> find(Actor actor, Collection<Reference> of);
}
