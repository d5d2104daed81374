package uk.goldenthread.evidence.service;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.evidence.store.LentStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Evidence that another ICB keeps, on the thread of the ICB that it is lent to. Which answer it stands behind is known
/// to the module that shared the answer.
@Component
class LentThread implements ThreadSource {
    private static final String PAGES = "/evidence/lent/";

    private final LentStore store;

    LentThread(LentStore store) {
        this.store = store;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var numbers = LentItem.numbers(of);
        if (numbers.isEmpty() || !actor.may(Permission.EVIDENCE_VIEW)) {
            return List.of();
        }
        return store.some(actor.icb(), numbers).stream().map(LentThread::node).toList();
    }

    private static ThreadNode node(LentItem item) {
        var sentence = "%s: %s, which shows %s, %s"
                .formatted(
                        item.title(),
                        item.document().words().toLowerCase(Locale.ROOT),
                        item.kind().words().toLowerCase(Locale.ROOT),
                        standing(item));
        return new ThreadNode(
                Reference.of(LentItem.REFERENCE, item.id()),
                ThreadStage.EVIDENCE,
                sentence,
                item.receivedOn(),
                item.href());
    }

    private static String standing(LentItem item) {
        if (item.held()) {
            return "which stays with " + item.keeper();
        }
        var closed = item.closedAt();
        return closed == null
                ? "lent by %s as it stood on %s".formatted(item.keeper(), Dates.day(item.lentAt()))
                : "lent by %s until %s".formatted(item.keeper(), Dates.day(closed));
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        return List.of();
    }

    @Override
    public Optional<Reference> at(String path) {
        return path.matches(PAGES + "\\d{1,18}")
                ? Optional.of(new Reference(LentItem.REFERENCE, path.substring(PAGES.length())))
                : Optional.empty();
    }
}
