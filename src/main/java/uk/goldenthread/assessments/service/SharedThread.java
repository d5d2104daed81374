package uk.goldenthread.assessments.service;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.store.SharedAnswers;
import uk.goldenthread.assessments.store.SharedAnswers.SharedAnswer;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceLending;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;

/// The evidence that came with a shared return, on the thread: each lent item hangs on the answer that it stood behind,
/// in the ICB that it was shared with.
@Component
class SharedThread implements ThreadSource {
    private final SharedAnswers store;
    private final EvidenceLending lending;
    private final UnitOfWork work;

    SharedThread(SharedAnswers store, EvidenceLending lending, UnitOfWork work) {
        this.store = store;
        this.lending = lending;
        this.work = work;
    }

    /// Where an answer stands in what was shared: the same words on both sides.
    private record Place(Reference under, Instant stoodAt, String line) {}

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        return List.of();
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        if (!actor.may(Permission.ASSESSMENT_VIEW)) {
            return List.of();
        }
        return Stream.concat(behind(actor, named("answer", of)), before(actor, named(LentItem.REFERENCE, of)))
                .toList();
    }

    private static List<Reference> named(String kind, Collection<Reference> of) {
        return of.stream().filter(each -> each.kind().equals(kind)).toList();
    }

    /// What stands behind answers.
    private Stream<ThreadLink> behind(Actor actor, List<Reference> answers) {
        if (answers.isEmpty() || !isAnythingShared(actor.icb())) {
            return Stream.empty();
        }
        var numbers = answers.stream().map(Reference::id).toList();
        var shared = store.among(actor.icb(), numbers);
        var under = shared.stream().map(SharedAnswer::under).distinct().toList();
        return join(shared, lending.lines(actor, under));
    }

    /// Asked once for a whole thread, for most ICBs have nothing of the kind.
    private boolean isAnythingShared(int icb) {
        return (boolean) work.running().orElseThrow().memory().computeIfAbsent(SharedThread.class, _ -> store.any(icb));
    }

    /// What lent items stand behind.
    private Stream<ThreadLink> before(Actor actor, List<Reference> lent) {
        if (lent.isEmpty()) {
            return Stream.empty();
        }
        var lines = lending.lines(actor, lent);
        var sharings = lines.stream().map(line -> line.under().id()).distinct().toList();
        return join(store.under(actor.icb(), sharings), lines);
    }

    private static Stream<ThreadLink> join(List<SharedAnswer> shared, List<EvidenceLending.Line> lines) {
        Map<Place, Reference> answers = new HashMap<>();
        shared.forEach(each -> answers.put(
                new Place(each.under(), each.handedIn(), each.code()), Reference.of("answer", each.answer())));
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(answers.get(place(line)))
                        .map(answer -> new ThreadLink(answer, line.reference())));
    }

    private static Place place(EvidenceLending.Line line) {
        return new Place(line.under(), line.stoodAt(), line.line());
    }
}
