package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Names;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.model.CompositeScore;
import uk.goldenthread.concerns.model.ReviewRecord;
import uk.goldenthread.concerns.store.LadderStore;
import uk.goldenthread.concerns.store.LadderStore.Position;
import uk.goldenthread.concerns.store.LadderStore.Review;
import uk.goldenthread.concerns.store.MoveStore;
import uk.goldenthread.concerns.store.MoveStore.Move;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;

/// Reads where a provider stands on the ladder, with its moves, reviews and score.
@Service
public class LadderDesk {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final LadderStore ladder;
    private final MoveStore moves;
    private final Scores scores;
    private final Directory directory;
    private final Names names;
    private final ConcernSettings settings;
    private final Clock clock;

    LadderDesk(
            UnitOfWork work,
            AccessPolicy policy,
            LadderStore ladder,
            MoveStore moves,
            Scores scores,
            Directory directory,
            Names names,
            ConcernSettings settings,
            Clock clock) {
        this.work = work;
        this.policy = policy;
        this.ladder = ladder;
        this.moves = moves;
        this.scores = scores;
        this.directory = directory;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
    }

    /// Everything the ladder's page shows.
    ///
    /// @param score as people of the ICB see it
    /// @param met review periods in a row with the exit criteria met
    /// @param names by account number
    public record Opened(
            Organisation provider,
            Position position,
            CompositeScore score,
            List<Move> moves,
            List<Review> reviews,
            int met,
            int needed,
            Map<String, String> names) {
        public String name(int account) {
            return names.getOrDefault(Integer.toString(account), "somebody");
        }
    }

    public Opened open(Actor actor, AsAt asAt, String code) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var provider = provider(code);
            policy.require(actor, Permission.LADDER_VIEW, Resource.of(actor.icb(), provider.id()));
            var position = ladder.find(actor.icb(), provider.id()).orElseThrow(HiddenException::new);
            var made = moves.all(actor.icb(), provider.id());
            var held = ladder.reviews(actor.icb(), provider.id());
            var settled = position.settled();
            var record = new ReviewRecord(
                    held.stream()
                            .filter(each -> each.level() == settled.level())
                            .map(each -> new ReviewRecord.Held(each.on(), each.criteriaMet()))
                            .toList(),
                    settings.downReviews(today()),
                    settings.reviewDays(settled.level(), today()));
            return new Opened(
                    provider,
                    position,
                    scores.of(actor.icb(), provider.id(), today()),
                    made,
                    held,
                    record.metInARow(settled.since()),
                    record.needed(),
                    names.of(accounts(made, held)));
        });
    }

    /// The provider with this code, for an act on it; the policy is asked by the act itself.
    public int numberOf(Actor actor, String code) {
        return work.read(actor.scope(), () -> provider(code).id());
    }

    private Organisation provider(String code) {
        return directory.byCode(code).orElseThrow(HiddenException::new);
    }

    private static Set<String> accounts(List<Move> moves, List<Review> reviews) {
        var accounts = new HashSet<String>();
        Stream.concat(
                        moves.stream().flatMap(move -> Stream.of(move.proposedBy(), move.decidedBy())),
                        reviews.stream().map(Review::reviewer))
                .filter(Objects::nonNull)
                .forEach(account -> accounts.add(account.toString()));
        return accounts;
    }

    public LocalDate today() {
        return London.dateOf(clock.instant());
    }
}
