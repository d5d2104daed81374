package uk.goldenthread.assessments.service;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.store.AnswerClaimStore;
import uk.goldenthread.evidence.Claim;
import uk.goldenthread.evidence.ClaimSource;
import uk.goldenthread.kernel.Reference;

/// Answers as things that evidence supports.
@Component
class AnswerClaims implements ClaimSource {
    private final AnswerClaimStore store;
    private final Editions editions;

    AnswerClaims(AnswerClaimStore store, Editions editions) {
        this.store = store;
        this.editions = editions;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("answer");
    }

    @Override
    public List<Claim> find(Actor actor, Collection<Reference> of) {
        if (!actor.may(Permission.ASSESSMENT_VIEW)) {
            return List.of();
        }
        return store.named(actor.icb(), of.stream().map(Reference::id).toList()).stream()
                .map(answer -> claim(actor.icb(), answer))
                .toList();
    }

    private Claim claim(int icb, AnswerClaimStore.Named answer) {
        return new Claim(
                Reference.of("answer", answer.id()),
                answer.organisation(),
                "%s, %s: %s".formatted(answer.round(), answer.code(), text(icb, answer)),
                "/assessments/%d/answers/%s".formatted(answer.assessment(), answer.code()),
                answer.isOpen());
    }

    private String text(int icb, AnswerClaimStore.Named answer) {
        var asked = editions.of(icb, answer.framework(), answer.edition(), answer.kind(), answer.light());
        Question question = asked.questions().get(answer.code());
        return question == null ? "" : question.text();
    }
}
