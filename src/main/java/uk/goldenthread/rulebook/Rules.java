package uk.goldenthread.rulebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import uk.goldenthread.access.Acting;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.database.UnitOfWork.Running;

/// The one reader of the rules: those of the ICB in whose name the running unit of work acts, as they stood at the
/// instant
/// that unit reads. Costs one small statement in a unit of work, and one in a request that only reads.
@Component
public class Rules {
    private static final String KEY = Rules.class.getName();

    private final RuleStore store;
    private final UnitOfWork work;
    private final Acting acting;

    Rules(RuleStore store, UnitOfWork work, Acting acting) {
        this.store = store;
        this.work = work;
        this.acting = acting;
    }

    /// The rules of the running unit of work; in a request outside one, those of its last unit of work or, before any,
    /// those
    /// under which the person's page is shown.
    ///
    /// @throws IllegalStateException where nobody acts for an ICB
    public RuleBook now() {
        var running = work.running();
        if (running.isPresent()) {
            return of(running.get());
        }
        var last = inRequest().get(KEY);
        if (last != null) {
            return last;
        }
        var looking =
                acting.now().orElseThrow(() -> new IllegalStateException("rules are an ICB's: open a unit of work"));
        return of(looking.actor(), looking.asAt());
    }

    /// The rules a person works under, where no unit of work is running yet.
    public RuleBook of(Actor actor, AsAt asAt) {
        return work.read(actor.scope(), asAt.instant(), this::now);
    }

    private RuleBook of(Running running) {
        var icb = running.scope().icb();
        if (icb == null) {
            throw new IllegalStateException("rules are an ICB's, and this unit of work acts for none");
        }
        var found = (RuleBook) running.memory().get(KEY);
        if (found == null) {
            found = running.writing()
                    ? store.read(icb)
                    : remembered(icb, running.scope().asAt(), () -> store.read(icb));
            running.memory().put(KEY, found);
            inRequest().put(KEY, found);
        }
        return found;
    }

    /// Called when this unit of work changed them.
    void changed() {
        work.running().ifPresent(running -> running.memory().remove(KEY));
        inRequest().clear();
    }

    private static RuleBook remembered(int icb, @Nullable Instant asAt, Supplier<RuleBook> read) {
        return inRequest().computeIfAbsent(icb + " " + asAt, _ -> read.get());
    }

    /// What this request read; a map for nobody outside a request.
    @SuppressWarnings("unchecked")
    private static Map<String, RuleBook> inRequest() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new HashMap<>();
        }
        var map = (Map<String, RuleBook>) request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST);
        if (map == null) {
            map = new HashMap<>();
            request.setAttribute(KEY, map, RequestAttributes.SCOPE_REQUEST);
        }
        return map;
    }
}
