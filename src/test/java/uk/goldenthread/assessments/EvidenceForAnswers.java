package uk.goldenthread.assessments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.evidence.model.Validity;
import uk.goldenthread.evidence.store.EvidenceStore;
import uk.goldenthread.evidence.store.FileStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.support.Given;

/// Gives evidence for an answer, and tells what an answer has.
@Component
public class EvidenceForAnswers {
    private final EvidenceStore store;
    private final FileStore files;
    private final EvidenceLibrary shelf;
    private final UnitOfWork work;

    EvidenceForAnswers(EvidenceStore store, FileStore files, EvidenceLibrary shelf, UnitOfWork work) {
        this.store = store;
        this.files = files;
        this.shelf = shelf;
        this.work = work;
    }

    /// An item of the person's organisation, in date until that day, linked to an answer.
    public long give(Given.Person by, String title, LocalDate validUntil, long answer) {
        return work.write(by.actor().scope(), () -> {
            var at = Instant.parse("2026-03-02T09:30:00Z");
            var said = new EvidenceStore.Description(
                    title,
                    EvidenceClass.PRACTICE,
                    DocumentKind.AUDIT,
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 1, 31),
                    new Validity(validUntil, Validity.Basis.DEFAULT));
            var icb = by.actor().icb();
            var organisation = by.actor().organisation();
            long id = store.add(by.actor(), organisation, said, false, at);
            var sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
            var version = new FileStore.Version(
                    id,
                    1,
                    icb,
                    organisation,
                    "audit.txt",
                    "text/plain",
                    5,
                    sha256,
                    "NOT_SCANNED",
                    false,
                    by.actor().account(),
                    at);
            try {
                files.add(version, new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shelf.link(by.actor(), id, Reference.of("answer", answer)).orElseThrow();
            return id;
        });
    }

    /// The titles of what supports an answer.
    public List<String> titles(Given.Person person, long answer) {
        var reference = Reference.of("answer", answer);
        return work
                .read(person.actor().scope(), () -> shelf.of(person.actor(), List.of(reference)))
                .getOrDefault(reference, List.of())
                .stream()
                .map(EvidenceItem::title)
                .toList();
    }
}
