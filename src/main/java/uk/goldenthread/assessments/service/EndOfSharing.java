package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.SharingStore;
import uk.goldenthread.assessments.store.SharingStore.Ended;
import uk.goldenthread.assessments.store.SharingStore.Share;
import uk.goldenthread.database.Scope;
import uk.goldenthread.evidence.EvidenceLending;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;

/// The provider takes its agreement to share a return back. From then on the further ICB gets nothing new and the files
/// of evidence close to it. The answers that it has already stay with its judgement, marked as shared until that day: a
/// decision on record must stay explicable.
@Service
public class EndOfSharing {
    private static final int LONGEST_REASON = 1000;

    private final Ground ground;
    private final AssessmentStore assessments;
    private final AssessmentWrites writes;
    private final SharingStore store;
    private final EvidenceLending lending;
    private final Recording recording;

    EndOfSharing(
            Ground ground, Stores stores, SharingStore store, Sharing.Surroundings surroundings, Recording recording) {
        this.ground = ground;
        this.assessments = stores.assessments();
        this.writes = stores.writes();
        this.store = store;
        this.lending = surroundings.lending();
        this.recording = recording;
    }

    /// A sharing that could be ended.
    public record Standing(AssessmentHeader header, Share share) {}

    /// A sharing of an assessment, for the page that ends it.
    ///
    /// @throws HiddenException when there is none for this person
    public Standing standing(Actor actor, long id, long sharing) {
        return ground.work().read(actor.scope(), () -> standing(actor, assessments.find(actor.icb(), id), sharing));
    }

    private Standing standing(Actor actor, java.util.Optional<AssessmentHeader> found, long sharing) {
        var header = found.orElseThrow(HiddenException::new);
        ground.policy()
                .require(actor, Permission.ASSESSMENT_SIGN_OFF, Resource.of(header.icb(), header.organisation()));
        var share = store.of(header.icb(), header.id()).stream()
                .filter(each -> each.id() == sharing)
                .findFirst()
                .orElseThrow(HiddenException::new);
        return new Standing(header, share);
    }

    /// Ends a sharing.
    ///
    /// @param why in 10 to 1,000 characters; both ICBs read it
    /// @return refused without a reason, and when it has ended already
    /// @throws HiddenException when there is none for this person
    public Outcome<Share> end(Actor actor, long id, long sharing, String why) {
        var reason = why.strip();
        var done = ground.work().write(actor.scope(), () -> {
            var standing = standing(actor, assessments.lock(actor.icb(), id), sharing);
            var ended = new Ended(ground.rules().now(), actor.name(), reason);
            return Outcome.unless(wrong(standing.share(), reason), () -> {
                store.end(standing.share(), actor.account(), ended);
                lending.close(standing.header().icb(), standing.share().reference());
                recording.step(
                        actor,
                        standing.header(),
                        "SHARING_ENDED",
                        "%s: %s".formatted(standing.share().with().name(), reason));
                return store.find(sharing).orElseThrow();
            });
        });
        if (done instanceof Outcome.Accepted<Share>(var share)) {
            ground.work().write(Scope.jobFor(share.with().id()), () -> tell(share));
        }
        return done;
    }

    private static List<Reason> wrong(Share share, String reason) {
        var reasons = new ArrayList<Reason>();
        if (!share.isOpen()) {
            reasons.add(Reason.house("", "This sharing has ended already."));
        }
        if (reason.length() < AssessmentState.SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            reasons.add(Reason.house("why", "Say why, in 10 to 1,000 characters."));
        } else if (reason.indexOf('\0') >= 0) {
            reasons.add(Reason.house("why", "Use letters, figures and ordinary signs only."));
        }
        return reasons;
    }

    /// The story of each assessment that was filled under it, and word to those who judge it.
    private boolean tell(Share share) {
        var ended = Objects.requireNonNull(share.ended());
        for (var id : store.filled(share.with().id(), share.id())) {
            var header = assessments.find(share.with().id(), id).orElseThrow();
            writes.step(header, ended.at(), header.organisationName(), "SHARED_UNTIL", ended.why());
            recording.ledger("ASSESSMENT_SHARED_UNTIL", header, Map.of("from", share.icb()));
            ground.notifications()
                    .tell(
                            new Addressee.Holders(header.icb(), "DESIGNATED_NURSE"),
                            new Message(
                                    "SHARING_ENDED",
                                    "%s ended the sharing of %s. What you have stays; its evidence opens no more."
                                            .formatted(
                                                    header.organisationName(),
                                                    header.round().name()),
                                    "/assessments/" + id,
                                    "assessment/%d/shared-until/%d".formatted(id, share.id()),
                                    false));
        }
        return true;
    }
}
