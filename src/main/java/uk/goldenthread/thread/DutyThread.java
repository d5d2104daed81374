package uk.goldenthread.thread;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.Requirement;
import uk.goldenthread.kernel.Reference;

/// The upper end of the thread: the duties of NHS England's accountability and assurance framework and the law they
/// rest
/// on. Everybody may see them.
@Component
public class DutyThread implements ThreadSource {
    private final Framework framework = Framework.load();
    private final Map<Reference, ThreadNode> nodes = new LinkedHashMap<>();
    private final List<ThreadLink> links;

    DutyThread() {
        framework.requirements().forEach(requirement -> {
            requirement.basis().forEach(basis -> nodes.putIfAbsent(Law.cited(basis), Law.node(basis)));
            nodes.put(reference(requirement), node(requirement));
        });
        links = framework.requirements().stream()
                .flatMap(requirement -> requirement.basis().stream()
                        .map(basis -> new ThreadLink(Law.cited(basis), reference(requirement))))
                .toList();
    }

    /// The framework that is in force.
    public Framework framework() {
        return framework;
    }

    /// The name on the thread of a duty of this framework.
    ///
    /// @param code as `R-27`
    public Reference requirement(String code) {
        return new Reference("requirement", "%s:%s:%s".formatted(framework.code(), framework.edition(), code));
    }

    private Reference reference(Requirement requirement) {
        return requirement(requirement.code());
    }

    private ThreadNode node(Requirement requirement) {
        return new ThreadNode(
                reference(requirement),
                ThreadStage.REQUIREMENT,
                "%s %s: %s".formatted(framework.name(), requirement.code(), requirement.duty()),
                null,
                null);
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        return of.stream().flatMap(each -> Stream.ofNullable(nodes.get(each))).toList();
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        return links.stream()
                .filter(link -> of.contains(link.from()) || of.contains(link.to()))
                .toList();
    }
}
