package uk.goldenthread.actions.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.actions.ActionReading;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.Claims;
import uk.goldenthread.kernel.Reference;

/// Finds what an action is proposed for, so that nobody hangs an action on what is not theirs.
@Component
class Asking {
    private static final int MOST = 20;

    private final Claims claims;
    private final ActionReading reading;
    private final UnitOfWork work;

    Asking(Claims claims, ActionReading reading, UnitOfWork work) {
        this.claims = claims;
        this.reading = reading;
        this.work = work;
    }

    /// What asks for an action.
    ///
    /// @param organisation whose it is; null where the module that keeps it does not say
    record Asked(
            Reference reference, String words, @Nullable Integer organisation) {}

    /// These things, as this person may see them.
    ///
    /// @throws HiddenException when one is not there for this person
    List<Asked> find(Actor actor, List<String> names) {
        if (names.size() > MOST) {
            throw new HiddenException();
        }
        var found = new ArrayList<Asked>();
        for (var name : names) {
            found.add(find(actor, reference(name)));
        }
        return found;
    }

    private static Reference reference(String name) {
        try {
            return Reference.parse(name);
        } catch (IllegalArgumentException notAName) {
            throw new HiddenException();
        }
    }

    private Asked find(Actor actor, Reference reference) {
        var claim = work.read(actor.scope(), () -> claims.find(actor, reference));
        if (claim.isPresent()) {
            return new Asked(reference, claim.get().words(), claim.get().organisation());
        }
        if (!actor.reachesWholeIcb()) {
            throw new HiddenException();
        }
        var words = reading.source(actor, reference)
                .map(ActionReading.Source::sentence)
                .orElse(reference.kind().replace('-', ' ') + " " + reference.key());
        return new Asked(reference, words, null);
    }
}
