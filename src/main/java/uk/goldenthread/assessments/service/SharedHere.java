package uk.goldenthread.assessments.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.store.SharingStore;
import uk.goldenthread.assessments.store.SharingStore.Ended;
import uk.goldenthread.assessments.store.SharingStore.Share;
import uk.goldenthread.evidence.EvidenceLending;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.shell.view.Dates;

/// What an ICB that a return was shared with is told of it: who shared it, until when, and the evidence it may look at.
/// Called inside a unit of work for the actor.
@Component
public class SharedHere {
    private final SharingStore store;
    private final EvidenceLending lending;

    SharedHere(SharingStore store, EvidenceLending lending) {
        this.store = store;
        this.lending = lending;
    }

    /// A return that came from another ICB.
    ///
    /// @param evidence that stood behind each line when it was shared, by the line's code
    public record From(Share share, Map<String, List<LentItem>> evidence) {
        /// What stood behind one line.
        public List<LentItem> behind(String code) {
            return evidence.getOrDefault(code, List.of());
        }

        /// All of it, by line.
        public List<LentItem> all() {
            return evidence.values().stream().flatMap(List::stream).toList();
        }

        /// From whom it is and until when it was shared, in a few sentences.
        public String words() {
            var agreed = "Shared from %s; %s agreed to it on %s."
                    .formatted(share.holder(), share.byName(), Dates.day(share.at()));
            var until = until();
            return until == null ? agreed : agreed + " " + until;
        }

        /// Until when it was shared, naming nobody; null while it is.
        public @Nullable String until() {
            Ended ended = share.ended();
            return ended == null
                    ? null
                    : "Shared until %s. The provider ended it: “%s”. What came before stays; nothing new comes, and its evidence opens no more."
                            .formatted(Dates.day(ended.at()), ended.why());
        }
    }

    /// Where an assessment came from; null for one that was answered here.
    public @Nullable From of(Actor actor, AssessmentHeader header) {
        return store.here(header.icb(), header.id())
                .flatMap(here -> store.find(here.sharing()).map(share -> from(actor, share, here)))
                .orElse(null);
    }

    private From from(Actor actor, Share share, SharingStore.Here here) {
        return new From(share, lending.of(actor, share.reference(), here.handedIn()));
    }
}
