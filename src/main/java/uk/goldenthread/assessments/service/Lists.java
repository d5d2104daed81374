package uk.goldenthread.assessments.service;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.store.AssessmentList;
import uk.goldenthread.assessments.store.AssessmentList.Count;
import uk.goldenthread.assessments.store.AssessmentList.Filter;
import uk.goldenthread.assessments.store.AssessmentList.Row;
import uk.goldenthread.assessments.store.RoundStore;

/// Lists of rounds and of assessments, as far as the person may see them.
@Service
public class Lists {
    private final Ground ground;
    private final RoundStore rounds;
    private final AssessmentList list;

    Lists(Ground ground, RoundStore rounds, AssessmentList list) {
        this.ground = ground;
        this.rounds = rounds;
        this.list = list;
    }

    /// A round and how it stands.
    public record Standing(Round round, Count count) {}

    /// A round with its assessments.
    public record OfRound(Round round, Count count, List<Row> rows) {}

    /// The ICB's rounds, the latest first.
    public List<Standing> rounds(Actor actor, AsAt asAt) {
        var there = actor.at(asAt);
        return ground.work().read(there.scope(), () -> {
            ground.policy().require(there, Permission.ASSESSMENT_VIEW, Resource.ofIcb(there.icb()));
            var counts = counts(there);
            return rounds.all(there.icb()).stream()
                    .map(round -> new Standing(round, count(counts, round)))
                    .toList();
        });
    }

    private Map<Long, Count> counts(Actor actor) {
        return list.counts(actor.icb(), ground.rules().today()).stream()
                .collect(Collectors.toMap(Count::round, Function.identity()));
    }

    private static Count count(Map<Long, Count> counts, Round round) {
        return counts.getOrDefault(round.id(), new Count(round.id(), 0, 0, 0));
    }

    /// One round with its assessments, for the ICB.
    ///
    /// @param state null for any
    /// @throws HiddenException when there is none, or the person does not reach the whole ICB
    public OfRound round(Actor actor, AsAt asAt, long id, @Nullable String state) {
        var there = actor.at(asAt);
        return ground.work().read(there.scope(), () -> {
            ground.policy().require(there, Permission.ASSESSMENT_VIEW, Resource.ofIcb(there.icb()));
            if (!there.reachesWholeIcb()) {
                throw new HiddenException();
            }
            var round = rounds.find(there.icb(), id).orElseThrow(HiddenException::new);
            return new OfRound(
                    round, count(counts(there), round), list.rows(there.icb(), new Filter(null, id, state), 1, 1000));
        });
    }

    /// A page of assessments, and how many there are in all.
    public record Found(List<Row> rows, int total) {}

    /// Assessments that the person may see: of their organisation, or of all where they reach the whole
    /// ICB.
    public Found assessments(Actor actor, AsAt asAt, @Nullable Long round, int page, int size) {
        var there = actor.at(asAt);
        return ground.work().read(there.scope(), () -> {
            ground.policy().require(there, Permission.ASSESSMENT_VIEW);
            var own = there.reachesWholeIcb() ? null : Integer.valueOf(there.organisation());
            var filter = new Filter(own, round, null);
            return new Found(list.rows(there.icb(), filter, page, size), list.count(there.icb(), filter));
        });
    }
}
