package uk.goldenthread.assessments.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.database.UnitOfWork;

/// Keeps, for each ICB, what its frameworks add to the thread, until it publishes another edition.
@Component
class ThreadsOfFrameworks {
    private final Editions editions;
    private final UnitOfWork work;
    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

    ThreadsOfFrameworks(Editions editions, UnitOfWork work) {
        this.editions = editions;
        this.work = work;
    }

    private record Name(String code, String edition) {}

    private record Kept(List<Name> names, FrameworkThread thread) {}

    /// The ICB's, read once in a unit of work.
    FrameworkThread of(int icb) {
        var running = work.running().orElseThrow();
        return (FrameworkThread) running.memory().computeIfAbsent(ThreadsOfFrameworks.class, _ -> now(icb));
    }

    private FrameworkThread now(int icb) {
        var book = editions.book(icb);
        var names = book.editions().stream().map(ThreadsOfFrameworks::name).toList();
        var known = kept.get(icb);
        if (known == null || !known.names().equals(names)) {
            known = new Kept(names, new FrameworkThread(book));
            kept.put(icb, known);
        }
        return known.thread();
    }

    private static Name name(FrameworkEdition edition) {
        return new Name(edition.code(), edition.edition());
    }
}
