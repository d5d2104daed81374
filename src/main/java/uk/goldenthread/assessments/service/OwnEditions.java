package uk.goldenthread.assessments.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.FrameworkFile;
import uk.goldenthread.assessments.store.OwnFrameworkStore;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// The editions that ICBs published themselves. One never changes, so each is read and parsed once.
@Component
class OwnEditions {
    private final OwnFrameworkStore store;
    private final UnitOfWork work;
    private final Map<Key, FrameworkFile> read = new ConcurrentHashMap<>();

    OwnEditions(OwnFrameworkStore store, UnitOfWork work) {
        this.store = store;
        this.work = work;
    }

    private record Key(int icb, String code, String edition) {}

    /// An edition of that ICB's own.
    Optional<FrameworkFile> find(int icb, String code, String edition) {
        var key = new Key(icb, code, edition);
        var known = read.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = within(icb, () -> store.content(icb, code, edition).map(content -> parse(key, content)));
        found.ifPresent(file -> read.put(key, file));
        return found;
    }

    /// All of that ICB's own, by code, the oldest first.
    List<FrameworkFile> all(int icb) {
        return within(
                icb,
                () -> store.all(icb).stream()
                        .flatMap(each -> Stream.ofNullable(
                                find(icb, each.code(), each.edition()).orElse(null)))
                        .toList());
    }

    /// The lines it maps to were there when it was published; that is not asked again.
    private static FrameworkFile parse(Key key, String content) {
        return FrameworkFile.read(key.code() + " " + key.edition(), content, _ -> true);
    }

    private <T> T within(int icb, Supplier<T> reading) {
        return work.running().isPresent() ? reading.get() : work.read(Scope.jobFor(icb), reading);
    }
}
