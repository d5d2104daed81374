package uk.goldenthread.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.support.Given;

/// A module with things that take evidence, for tests of evidence alone: it keeps them in memory and
/// shows each to its
/// own organisation and to the ICB.
@Component
public class ClaimsForTests implements ClaimSource {
    private static final AtomicLong NEXT = new AtomicLong(1);
    private final Map<Reference, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(int icb, Claim claim) {}

    /// A thing of that organisation that takes evidence.
    public Reference thing(Given.Organisation icb, Given.Organisation of) {
        return thing(icb, of, true);
    }

    /// A thing of that organisation.
    public Reference thing(Given.Organisation icb, Given.Organisation of, boolean open) {
        var reference = Reference.of("thing", NEXT.getAndIncrement());
        kept.put(
                reference,
                new Kept(
                        icb.id(),
                        new Claim(
                                reference,
                                of.id(),
                                "Thing " + reference.key(),
                                "/evidence?thing=" + reference.key(),
                                open)));
        return reference;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("thing");
    }

    @Override
    public List<Claim> find(Actor actor, Collection<Reference> of) {
        return of.stream()
                .map(kept::get)
                .filter(Objects::nonNull)
                .filter(each -> each.icb == actor.icb())
                .map(Kept::claim)
                .filter(claim -> actor.reachesWholeIcb() || claim.organisation() == actor.organisation())
                .toList();
    }
}
