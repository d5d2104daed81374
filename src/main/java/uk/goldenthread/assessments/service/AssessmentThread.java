package uk.goldenthread.assessments.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.store.AnswerClaimStore;
import uk.goldenthread.assessments.store.AnswerThreadStore;
import uk.goldenthread.assessments.store.AnswerThreadStore.Requirement;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.Law;
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
    private final Map<Reference, Requirement> requirements = new HashMap<>();
    private final Map<Reference, ThreadNode> nodes = new HashMap<>();
    private final List<ThreadLink> mapped = new ArrayList<>();

    AssessmentThread(AnswerClaimStore answers, AnswerThreadStore store, Editions editions, Frameworks frameworks) {
        this.answers = answers;
        this.store = store;
        this.editions = editions;
        frameworks.editions().forEach(edition -> edition.criteria().forEach(line -> add(edition, line)));
        frameworks.mappings().forEach(mapping -> {
            var from = newest(
                    frameworks, mapping.from().framework(), mapping.from().code());
            var to = newest(frameworks, mapping.to().framework(), mapping.to().code());
            to.forEach(duty -> from.forEach(line -> mapped.add(new ThreadLink(duty, line))));
        });
    }

    private void add(FrameworkEdition edition, Criterion line) {
        var reference = reference(edition.code(), edition.edition(), line.code());
        edition.basis().forEach(basis -> {
            nodes.putIfAbsent(Law.cited(basis), Law.node(basis));
            mapped.add(new ThreadLink(Law.cited(basis), reference));
        });
        requirements.put(reference, new Requirement(edition.code(), edition.edition(), line.code()));
        nodes.put(
                reference,
                new ThreadNode(
                        reference,
                        ThreadStage.REQUIREMENT,
                        "%s %s: %s"
                                .formatted(
                                        edition.name(),
                                        line.code(),
                                        line.rated().text()),
                        null,
                        null));
    }

    /// The name on the thread of a line of a framework; an edition such as `2015/16` is written `2015-16`
    /// there.
    private static Reference reference(String framework, String edition, String code) {
        return new Reference("requirement", "%s:%s:%s".formatted(framework, edition.replace('/', '-'), code));
    }

    /// The line in the newest edition that has it; none where it is a clause of a contract.
    private static List<Reference> newest(Frameworks frameworks, String framework, String code) {
        var asked = frameworks.editions().stream()
                .filter(edition -> edition.code().equals(framework)
                        && edition.criterion(code).isPresent())
                .map(FrameworkEdition::edition);
        var duties = frameworks.duties().stream()
                .filter(duty -> duty.code().equals(framework) && duty.find(code).isPresent())
                .map(Framework::edition);
        return Stream.concat(asked, duties)
                .reduce((_, newer) -> newer)
                .map(edition -> List.of(reference(framework, edition, code)))
                .orElse(List.of());
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var found = new ArrayList<ThreadNode>();
        of.forEach(each -> Stream.ofNullable(nodes.get(each)).forEach(found::add));
        var ids = ids(of);
        if (!ids.isEmpty() && actor.may(Permission.ASSESSMENT_VIEW)) {
            answers.named(actor.icb(), ids).forEach(answer -> found.add(node(answer)));
        }
        return found;
    }

    private ThreadNode node(AnswerClaimStore.Named answer) {
        var question = editions.of(answer.framework(), answer.edition(), answer.kind(), answer.light())
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
        var asked = new HashSet<>(of);
        var links = new ArrayList<>(mapped.stream()
                .filter(link -> asked.contains(link.from()) || asked.contains(link.to()))
                .toList());
        if (!actor.may(Permission.ASSESSMENT_VIEW)) {
            return links;
        }
        var lines = of.stream()
                .flatMap(each -> Stream.ofNullable(requirements.get(each)))
                .toList();
        if (!lines.isEmpty()) {
            store.answersTo(actor.icb(), lines)
                    .forEach(each -> links.add(
                            new ThreadLink(reference(each.requirement()), Reference.of("answer", each.answer()))));
        }
        var ids = ids(of);
        if (!ids.isEmpty()) {
            answers.named(actor.icb(), ids)
                    .forEach(answer -> links.add(new ThreadLink(
                            reference(answer.framework(), answer.edition(), answer.code()),
                            Reference.of("answer", answer.id()))));
            store.copied(actor.icb(), ids)
                    .forEach(each -> links.add(new ThreadLink(
                            Reference.of("answer", each.from()), Reference.of("answer", each.answer()))));
        }
        return links;
    }

    private static Reference reference(Requirement requirement) {
        return reference(requirement.framework(), requirement.edition(), requirement.code());
    }

    private static List<Long> ids(Collection<Reference> of) {
        return of.stream()
                .filter(each -> each.kind().equals("answer"))
                .map(Reference::id)
                .toList();
    }
}
