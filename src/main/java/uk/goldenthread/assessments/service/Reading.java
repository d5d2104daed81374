package uk.goldenthread.assessments.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Names;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RoleHolders.Holder;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Part;
import uk.goldenthread.assessments.store.StoryStore;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Reason;

/// Reads one assessment for pages and programs, now or as at an instant, as far as the person may see it.
@Service
public class Reading {
    private final Ground ground;
    private final Stores stores;
    private final StoryStore story;
    private final Handling handling;
    private final Beside beside;
    private final Names names;
    private final SharedHere shared;

    Reading(
            Ground ground,
            Stores stores,
            StoryStore story,
            Handling handling,
            Beside beside,
            Names names,
            SharedHere shared) {
        this.ground = ground;
        this.stores = stores;
        this.story = story;
        this.handling = handling;
        this.beside = beside;
        this.names = names;
        this.shared = shared;
    }

    /// An assessment with its answers: what a program is told.
    ///
    /// @param answers by code, in the order they are asked, and only those that this person may see
    /// @param shown the codes that the answers show
    public record Given(AssessmentHeader header, Editions.Asked asked, Map<String, Answer> answers, Set<String> shown) {
        /// The answer to a question.
        ///
        /// @throws HiddenException when this person is not asked it
        public Answer answer(String code) {
            var found = answers.get(code);
            if (found == null) {
                throw new HiddenException();
            }
            return found;
        }
    }

    /// An assessment with all that its pages show.
    ///
    /// @param apart whether this person sees a part alone
    /// @param before what was handed in last time; null when nothing was
    /// @param earlier last time's answers by code
    /// @param locked why answers may not change now; empty when they may
    /// @param missing what has to be done before it is handed in
    /// @param approvers who may sign it for the board
    /// @param sources the same organisation's assessments that this one can be filled from
    /// @param people names by account number
    /// @param from where it was shared from; null for one that was answered here
    public record Whole(
            Given given,
            boolean apart,
            @Nullable AssessmentHeader before,
            Map<String, Answer> earlier,
            Map<Reference, List<EvidenceItem>> items,
            Map<Reference, List<ActionSummary>> actions,
            List<StoryStore.Scored> scores,
            List<StoryStore.Step> steps,
            List<Part> parts,
            List<Reason> locked,
            List<Reason> missing,
            List<Holder> approvers,
            List<AssessmentHeader> sources,
            Map<String, String> people,
            SharedHere.@Nullable From from) {
        /// The assessment without its answers.
        public AssessmentHeader header() {
            return given.header();
        }

        /// The name of an account.
        public String name(@Nullable Integer account) {
            return account == null ? "" : people.getOrDefault(account.toString(), "somebody else");
        }
    }

    /// One assessment and its answers.
    ///
    /// @throws HiddenException when there is none, or none that the person may see
    public Given given(Actor actor, AsAt asAt, long id) {
        var there = actor.at(asAt);
        return ground.work().read(there.scope(), () -> given(there, open(there, id)));
    }

    /// One assessment with all that its pages show.
    ///
    /// @throws HiddenException when there is none, or none that the person may see
    public Whole whole(Actor actor, AsAt asAt, long id) {
        var there = actor.at(asAt);
        return ground.work().read(there.scope(), () -> whole(there, open(there, id)));
    }

    private Answering.Open open(Actor actor, long id) {
        var header = stores.assessments().find(actor.icb(), id).orElseThrow(HiddenException::new);
        ground.policy().require(actor, Permission.ASSESSMENT_VIEW, Resource.of(header.icb(), header.organisation()));
        return handling.answering().withAnswers(header);
    }

    private Given given(Actor actor, Answering.Open open) {
        Predicate<String> mine = handling.parts().answerable(actor, open.header(), open.asked());
        var answers = new java.util.LinkedHashMap<String, Answer>();
        open.answers().forEach((code, answer) -> {
            if (mine.test(code)) {
                answers.put(code, answer);
            }
        });
        return new Given(open.header(), open.asked(), answers, open.asked().shown(Answering.values(open.inOrder())));
    }

    private Whole whole(Actor actor, Answering.Open open) {
        var header = open.header();
        var given = given(actor, open);
        var before = stores.assessments().before(header).orElse(null);
        var earlier = before == null
                ? Map.<String, Answer>of()
                : handling.answering().withAnswers(before).answers();
        var references = given.answers().values().stream()
                .map(answer -> Reference.of("answer", answer.id()))
                .toList();
        var own = actor.organisation() == header.organisation();
        var answerable = own && header.state() instanceof AssessmentState.Answerable;
        var actions = beside.actions().of(actor, references);
        var parts = own ? stores.parts().of(header) : List.<Part>of();
        return new Whole(
                given,
                given.answers().size() < open.answers().size(),
                before,
                earlier,
                beside.evidence().of(actor, references),
                actions,
                story.scores(header),
                story.steps(header),
                parts,
                ground.rules().whyNotAnswered(header),
                answerable ? handling.handing().missing(open, actions.keySet()) : List.of(),
                answerable ? handling.handing().approvers(actor, header) : List.of(),
                answerable ? handling.filling().sources(header) : List.of(),
                people(header, parts),
                shared.of(actor, header));
    }

    private Map<String, String> people(AssessmentHeader header, List<Part> parts) {
        var accounts = new java.util.HashSet<String>();
        for (var account : new Integer[] {header.lead(), header.approver(), header.handedBy(), header.submittedBy()}) {
            if (account != null) {
                accounts.add(account.toString());
            }
        }
        parts.forEach(part -> accounts.add(Integer.toString(part.account())));
        return accounts.isEmpty() ? new HashMap<>() : names.of(accounts);
    }
}
