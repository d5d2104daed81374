package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.store.AnswerThreadStore.Requirement;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.thread.Law;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadStage;

/// The upper end of the thread, as a book of frameworks has it: the law, the lines of each edition, the duties they
/// bear
/// on.
final class FrameworkThread {
    private final Map<Reference, Requirement> requirements = new HashMap<>();
    private final Map<Reference, ThreadNode> nodes = new HashMap<>();
    private final List<ThreadLink> mapped = new ArrayList<>();

    FrameworkThread(Frameworks book) {
        book.editions().forEach(edition -> edition.criteria().forEach(line -> add(edition, line)));
        book.mappings().forEach(mapping -> {
            var from = newest(book, mapping.from().framework(), mapping.from().code());
            var to = newest(book, mapping.to().framework(), mapping.to().code());
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

    /// The name on the thread of a line of a framework; an edition such as `2015/16` is written `2015-16` there.
    static Reference reference(String framework, String edition, String code) {
        return new Reference("requirement", "%s:%s:%s".formatted(framework, edition.replace('/', '-'), code));
    }

    /// The line in the newest edition that has it; none where it is a clause of a contract.
    private static List<Reference> newest(Frameworks book, String framework, String code) {
        var asked = book.editions().stream()
                .filter(edition -> edition.code().equals(framework)
                        && edition.criterion(code).isPresent())
                .map(FrameworkEdition::edition);
        var duties = book.duties().stream()
                .filter(duty -> duty.code().equals(framework) && duty.find(code).isPresent())
                .map(Framework::edition);
        return Stream.concat(asked, duties)
                .reduce((_, newer) -> newer)
                .map(edition -> List.of(reference(framework, edition, code)))
                .orElse(List.of());
    }

    List<ThreadNode> nodes(Collection<Reference> of) {
        return of.stream().flatMap(each -> Stream.ofNullable(nodes.get(each))).toList();
    }

    List<ThreadLink> links(Set<Reference> of) {
        return mapped.stream()
                .filter(link -> of.contains(link.from()) || of.contains(link.to()))
                .toList();
    }

    List<Requirement> requirements(Collection<Reference> of) {
        return of.stream()
                .flatMap(each -> Stream.ofNullable(requirements.get(each)))
                .toList();
    }
}
