package uk.goldenthread.assessments.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.store.AnswerClaimStore;
import uk.goldenthread.assessments.store.AnswerThreadStore;
import uk.goldenthread.assessments.store.AnswerThreadStore.Requirement;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Self-assessment on the thread: the lines of each framework, the duties they bear on, and the answers to
/// them.
@Component
class AssessmentThread implements ThreadSource {
    private final AnswerClaimStore answers;
    private final AnswerThreadStore store;
    private final Editions editions;
    private final ThreadsOfFrameworks frameworks;

    AssessmentThread(
            AnswerClaimStore answers, AnswerThreadStore store, Editions editions, ThreadsOfFrameworks frameworks) {
        this.answers = answers;
        this.store = store;
        this.editions = editions;
        this.frameworks = frameworks;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var found = new ArrayList<>(frameworks.of(actor.icb()).nodes(of));
        var ids = ids(of);
        if (!ids.isEmpty() && actor.may(Permission.ASSESSMENT_VIEW)) {
            answers.named(actor.icb(), ids).forEach(answer -> found.add(node(actor.icb(), answer)));
        }
        return found;
    }

    private ThreadNode node(int icb, AnswerClaimStore.Named answer) {
        var question = editions.of(icb, answer.framework(), answer.edition(), answer.kind(), answer.light())
                .questions()
                .get(answer.code());
        var judged = answer.value().isEmpty() || question == null
                ? "has not answered yet"
                : "answered \"%s\"".formatted(Words.value(question, answer.value()));
        var at = answer.answeredAt();
        return new ThreadNode(
                Reference.of("answer", answer.id()),
                ThreadStage.ANSWER,
                "%s %s in %s, %s".formatted(answer.organisationName(), judged, answer.round(), answer.code()),
                at == null ? null : LocalDate.ofInstant(at, Dates.LONDON),
                "/assessments/%d/answers/%s".formatted(answer.assessment(), answer.code()));
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var book = frameworks.of(actor.icb());
        var links = new ArrayList<>(book.links(new HashSet<>(of)));
        if (!actor.may(Permission.ASSESSMENT_VIEW)) {
            return links;
        }
        var lines = book.requirements(of);
        if (!lines.isEmpty()) {
            store.answersTo(actor.icb(), lines)
                    .forEach(each -> links.add(
                            new ThreadLink(reference(each.requirement()), Reference.of("answer", each.answer()))));
        }
        var ids = ids(of);
        if (!ids.isEmpty()) {
            answers.named(actor.icb(), ids)
                    .forEach(answer -> links.add(new ThreadLink(
                            FrameworkThread.reference(answer.framework(), answer.edition(), answer.code()),
                            Reference.of("answer", answer.id()))));
            store.copied(actor.icb(), ids)
                    .forEach(each -> links.add(new ThreadLink(
                            Reference.of("answer", each.from()), Reference.of("answer", each.answer()))));
        }
        return links;
    }

    private static Reference reference(Requirement requirement) {
        return FrameworkThread.reference(requirement.framework(), requirement.edition(), requirement.code());
    }

    private static List<Long> ids(Collection<Reference> of) {
        return of.stream()
                .filter(each -> each.kind().equals("answer"))
                .map(Reference::id)
                .toList();
    }
}
