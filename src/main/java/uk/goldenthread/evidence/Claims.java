package uk.goldenthread.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.kernel.Reference;

/// Finds the things that evidence supports in the modules that keep them. Called inside a unit of work.
@Component
public class Claims {
    private final ObjectProvider<ClaimSource> sources;

    Claims(ObjectProvider<ClaimSource> sources) {
        this.sources = sources;
    }

    /// One thing, if the actor may see it and it is of a kind that takes evidence.
    public Optional<Claim> find(Actor actor, Reference of) {
        return Optional.ofNullable(find(actor, List.of(of)).get(of));
    }

    /// Those of the things that the actor may see, each module asked once.
    public Map<Reference, Claim> find(Actor actor, Collection<Reference> of) {
        var found = new HashMap<Reference, Claim>();
        for (var source : sources.stream().toList()) {
            var known = of.stream()
                    .filter(each -> source.kinds().contains(each.kind()))
                    .collect(Collectors.toSet());
            if (!known.isEmpty()) {
                source.find(actor, known).forEach(claim -> found.put(claim.reference(), claim));
            }
        }
        return found;
    }
}
