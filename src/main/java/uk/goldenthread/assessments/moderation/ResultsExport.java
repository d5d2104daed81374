package uk.goldenthread.assessments.moderation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.assessments.exchange.OscalResults;
import uk.goldenthread.assessments.exchange.OscalResults.Line;
import uk.goldenthread.assessments.exchange.OscalResults.Party;
import uk.goldenthread.assessments.exchange.OscalResults.Results;
import uk.goldenthread.assessments.exchange.OscalResults.Score;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.moderation.SideBySide.Side;
import uk.goldenthread.assessments.store.StoryStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.Directory;

/// Takes an agreed assessment out of the system, in the form that other assurance tools read. Who may see it may take
/// it;
/// the ledger says who did.
@Service
public class ResultsExport {
    private static final String WHOLE = "*";

    private final UnitOfWork work;
    private final SideBySide sides;
    private final StoryStore story;
    private final Directory directory;
    private final Ledger ledger;

    ResultsExport(UnitOfWork work, SideBySide sides, StoryStore story, Directory directory, Ledger ledger) {
        this.work = work;
        this.sides = sides;
        this.story = story;
        this.directory = directory;
        this.ledger = ledger;
    }

    /// Whether an assessment in this state has results: it was agreed.
    public static boolean isReady(AssessmentState state) {
        return state instanceof AssessmentState.Agreed
                || state instanceof AssessmentState.ActionPlanOpen
                || state instanceof AssessmentState.Closed;
    }

    /// The results as OSCAL assessment results.
    ///
    /// @throws HiddenException when there is no such assessment for this person, or it is not agreed
    public ObjectNode oscal(Actor actor, AsAt asAt, long id) {
        var there = actor.at(asAt);
        var document = work.read(there.scope(), () -> {
            var side = sides.side(actor, asAt, id, _ -> true);
            if (!isReady(side.header().state())) {
                throw new HiddenException();
            }
            return OscalResults.write(results(side));
        });
        work.write(actor.scope(), () -> {
            ledger.record("ASSESSMENT_EXPORTED", Reference.of("assessment", id).toString(), Map.of("format", "OSCAL"));
            return true;
        });
        return document;
    }

    private Results results(Side side) {
        var header = side.header();
        var handedIn = java.util.Objects.requireNonNull(header.submittedAt());
        var agreed = story.steps(header).stream()
                .filter(step -> step.step().equals("AGREED"))
                .map(StoryStore.Step::at)
                .reduce((_, last) -> last)
                .orElse(handedIn);
        var icb = directory.byId(header.icb()).orElseThrow();
        var lines = side.criteria().stream()
                .map(criterion -> {
                    var claim = side.whole().claim(criterion);
                    return new Line(
                            criterion,
                            claim,
                            side.whole().moderations().get(criterion.code()),
                            side.items().getOrDefault(Reference.of("answer", claim.id()), List.of()).stream()
                                    .filter(item -> !item.withdrawn())
                                    .toList());
                })
                .toList();
        return new Results(
                header,
                side.whole().asked().edition().name(),
                new Party(icb.code(), icb.name()),
                handedIn,
                agreed,
                story.scores(header).stream()
                        .filter(score -> score.standard().equals(WHOLE))
                        .map(ResultsExport::score)
                        .toList(),
                lines);
    }

    private static Score score(StoryStore.Scored scored) {
        BigDecimal score = scored.score();
        return new Score(
                scored.view(),
                score == null ? "none" : score.stripTrailingZeros().toPlainString(),
                scored.rag());
    }
}
