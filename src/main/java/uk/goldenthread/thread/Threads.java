package uk.goldenthread.thread;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.OnTheThread;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;

/// Joins what the modules know into the thread through one thing.
@Service
public class Threads implements OnTheThread {
    private final ObjectProvider<ThreadSource> sources;
    private final UnitOfWork work;
    private final AccessPolicy policy;

    Threads(ObjectProvider<ThreadSource> sources, UnitOfWork work, AccessPolicy policy) {
        this.sources = sources;
        this.work = work;
        this.policy = policy;
    }

    /// The thread through a thing, as it stood at the instant looked at.
    ///
    /// @return nothing when there is no such thing or this person may not see it
    public Optional<Strand> through(Actor actor, AsAt asAt, Reference thing) {
        var looking = actor.at(asAt);
        return work.read(looking.scope(), () -> {
            policy.require(looking, Permission.THREAD_VIEW);
            var start = nodes(looking, List.of(thing)).get(thing);
            if (start == null) {
                return Optional.empty();
            }
            var followed = Strand.follow(thing, edge -> links(looking, edge));
            return Optional.of(
                    followed.told(start, nodes(looking, followed.things()).values()));
        });
    }

    /// The thing whose page has this address.
    ///
    /// @param address of this service, with or without a query
    public Optional<Reference> at(String address) {
        int query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        return sources.stream().flatMap(source -> source.at(path).stream()).findFirst();
    }

    @Override
    public boolean isAThing(String path) {
        return at(path).isPresent();
    }

    private Map<Reference, ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var nodes = new LinkedHashMap<Reference, ThreadNode>();
        all().flatMap(source -> source.nodes(actor, of).stream())
                .forEach(node -> nodes.putIfAbsent(node.reference(), node));
        return nodes;
    }

    private List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        return all().flatMap(source -> source.links(actor, of).stream())
                .distinct()
                .toList();
    }

    private Stream<ThreadSource> all() {
        return sources.orderedStream();
    }
}
