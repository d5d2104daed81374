package uk.goldenthread.overview.service;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Providers on the thread, so that what is said of one as a whole hangs on something. Others say what
/// hangs there.
@Component
class ProviderThread implements ThreadSource {
    private static final String KIND = "provider";
    private static final Pattern ADDRESS = Pattern.compile("/providers/([A-Za-z0-9]{1,20})");

    private final ProviderStore store;
    private final AccessPolicy policy;

    ProviderThread(ProviderStore store, AccessPolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var codes = of.stream()
                .filter(each -> each.kind().equals(KIND))
                .map(Reference::key)
                .toList();
        return codes.isEmpty()
                ? List.of()
                : store.assured(actor.icb(), codes).stream()
                        .filter(each -> policy.allows(
                                actor, Permission.FIGURE_VIEW, Resource.of(actor.icb(), each.organisation())))
                        .map(each -> new ThreadNode(
                                new Reference(KIND, each.code()),
                                ThreadStage.PROVIDER,
                                each.name(),
                                null,
                                "/providers/" + each.code()))
                        .toList();
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        return List.of(); // told by those who say something of a provider
    }

    @Override
    public Optional<Reference> at(String path) {
        return Optional.of(ADDRESS.matcher(path))
                .filter(Matcher::matches)
                .map(found -> new Reference(KIND, found.group(1)));
    }
}
