package uk.goldenthread.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.model.Validity;
import uk.goldenthread.evidence.store.EvidenceStore;
import uk.goldenthread.evidence.store.FileStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// The face of evidence: what supports a thing, and links between the two.
@NullMarked
@GoldenThreadTest
class EvidenceLibraryTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T09:30:00Z");

    @Autowired
    Given given;

    @Autowired
    ClaimsForTests things;

    @Autowired
    EvidenceLibrary library;

    @Autowired
    EvidenceStore store;

    @Autowired
    FileStore files;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    Given.Organisation icb;
    Given.Organisation trust;
    Given.Organisation other;
    Person named;
    Person nurse;

    @BeforeEach
    void twoTrustsOfAnIcb() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        other = given.provider(icb, "ACUTE");
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        nurse = given.person("DESIGNATED_NURSE", icb);
    }

    private long item(Person by, Given.Organisation of, String title, boolean personalData) {
        return work.write(by.actor().scope(), () -> {
            var said = new EvidenceStore.Description(
                    title,
                    EvidenceClass.PRACTICE,
                    DocumentKind.AUDIT,
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 1, 31),
                    new Validity(LocalDate.of(2027, 1, 31), Validity.Basis.DEFAULT));
            long id = store.add(by.actor(), of.id(), said, personalData, RECEIVED);
            var version = new FileStore.Version(
                    id,
                    1,
                    icb.id(),
                    of.id(),
                    "audit.txt",
                    "text/plain",
                    5,
                    "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                    "NOT_SCANNED",
                    personalData,
                    by.actor().account(),
                    RECEIVED);
            try {
                files.add(version, new ByteArrayInputStream("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return id;
        });
    }

    private Map<Reference, List<EvidenceItem>> of(Person person, Reference... subjects) {
        return work.read(person.actor().scope(), () -> library.of(person.actor(), List.of(subjects)));
    }

    private void link(Person person, long evidence, Reference subject) {
        work.write(person.actor().scope(), () -> library.link(person.actor(), evidence, subject))
                .orElseThrow();
    }

    @Test
    void oneItemBacksManyClaimsAndIsFoundFromEach() {
        long audit = item(named, trust, "Audit of referrals, January 2026", false);
        var first = things.thing(icb, trust);
        var second = things.thing(icb, trust);
        var bare = things.thing(icb, trust);

        link(named, audit, first);
        link(named, audit, second);
        link(named, audit, second);

        var found = of(nurse, first, second, bare);
        assertThat(found).containsOnlyKeys(first, second);
        assertThat(found.get(second)).hasSize(1);
        var item = found.get(first).getFirst();
        assertThat(item.title()).isEqualTo("Audit of referrals, January 2026");
        assertThat(item.receivedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(item.bytes()).isEqualTo(5);
        assertThat(item.isInDate(LocalDate.of(2027, 1, 31))).isTrue();
        assertThat(item.isInDate(LocalDate.of(2027, 2, 1))).isFalse();
    }

    @Test
    void evidenceOfOneOrganisationNeverSupportsAClaimOfAnother() {
        long audit = item(named, trust, "Audit", false);
        var theirs = things.thing(icb, other);

        var outcome = work.write(nurseAdds(), () -> library.link(nurse.actor(), audit, theirs));

        assertThat(outcome.isAccepted()).isFalse();
        assertThat(of(nurse, theirs)).isEmpty();
    }

    private Scope nurseAdds() {
        return nurse.actor().scope();
    }

    @Test
    void toAnotherProviderNeitherTheItemNorTheClaimIsThere() {
        long audit = item(named, trust, "Audit", false);
        var ours = things.thing(icb, trust);
        var theirs = things.thing(icb, other);
        link(named, audit, ours);
        var stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, other);

        assertThat(of(stranger, ours)).isEmpty();
        assertThatThrownBy(() -> link(stranger, audit, theirs)).isInstanceOf(HiddenException.class);
        assertThatThrownBy(() -> link(named, audit, theirs)).isInstanceOf(HiddenException.class);
        assertThatThrownBy(() -> link(given.person("DESIGNATED_NURSE", given.icb()), audit, ours))
                .isInstanceOf(HiddenException.class);
    }

    @Test
    void whoMayNotGiveEvidenceMayNotLinkIt() {
        long audit = item(named, trust, "Audit", false);
        var ours = things.thing(icb, trust);

        assertThatThrownBy(() -> link(given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust), audit, ours))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aRestrictedItemHasNoTitleForThoseWhoMayNotOpenIt() {
        long notes = item(named, trust, "Notes about Amy Smith", true);
        var ours = things.thing(icb, trust);
        link(named, notes, ours);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);

        var told = of(executive, ours).get(ours).getFirst();
        assertThat(told.title()).isEqualTo("Restricted evidence");
        assertThat(told.fileName()).isEmpty();
        assertThat(told.open()).isFalse();
        assertThat(of(nurse, ours).get(ours).getFirst().title()).isEqualTo("Notes about Amy Smith");
        assertThat(titlesPublishedTo(executive)).containsOnlyNulls();
    }

    private List<String> titlesPublishedTo(Person person) {
        return work.read(
                person.actor().scope(),
                () -> jdbc.sql("select title from pub_evidence where icb = :icb")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString("title"))
                        .list());
    }

    @Test
    void aClosedThingTakesNoMoreEvidence() {
        long audit = item(named, trust, "Audit", false);
        var closed = things.thing(icb, trust, false);

        var outcome = work.write(named.actor().scope(), () -> library.link(named.actor(), audit, closed));

        assertThat(outcome.isAccepted()).isFalse();
    }

    @Test
    void carryingForwardCopiesEveryLinkOnceAndKeepsWhereItCameFrom() {
        long audit = item(named, trust, "Audit", false);
        long plan = item(named, trust, "Plan", false);
        long gone = item(named, trust, "Withdrawn plan", false);
        var before = things.thing(icb, trust);
        var now = things.thing(icb, trust);
        var theirs = things.thing(icb, other);
        link(named, audit, before);
        link(named, plan, before);
        link(named, gone, before);
        work.write(named.actor().scope(), () -> {
            store.withdraw(
                    new EvidenceStore.Place(icb.id(), gone, 1),
                    named.actor().account(),
                    "Not ours after all",
                    RECEIVED);
            return true;
        });

        var copied = work.write(nurse.actor().scope(), () -> library.copyLinks(nurse.actor(), Map.of(before, now)));
        var again = work.write(nurse.actor().scope(), () -> library.copyLinks(nurse.actor(), Map.of(before, now)));
        var astray = work.write(nurse.actor().scope(), () -> library.copyLinks(nurse.actor(), Map.of(before, theirs)));

        assertThat(copied).isEqualTo(2);
        assertThat(again).isZero();
        assertThat(astray).isZero();
        assertThat(of(named, now).get(now)).extracting(EvidenceItem::id).containsExactly(audit, plan);
        assertThat(carriedFrom(now)).containsExactly(before.toString(), before.toString());
    }

    private List<String> carriedFrom(Reference subject) {
        return work.read(
                named.actor().scope(),
                () -> jdbc.sql("select carried_from from pub_evidence_claim where subject = :subject")
                        .param("subject", subject.toString())
                        .query((row, _) -> row.getString("carried_from"))
                        .list());
    }

    @Test
    void aLinkTakenAwayIsStillThereInThePast() {
        long audit = item(named, trust, "Audit", false);
        var ours = things.thing(icb, trust);
        link(named, audit, ours);
        var before = Instant.now();

        work.write(named.actor().scope(), () -> library.unlink(named.actor(), audit, ours))
                .orElseThrow();

        assertThat(of(named, ours)).isEmpty();
        var past = work.read(named.actor().scope(), before, () -> library.of(named.actor(), List.of(ours)));
        assertThat(past.get(ours)).extracting(EvidenceItem::id).containsExactly(audit);
    }

    @Test
    void whenEvidenceWasReceivedDoesNotChange() {
        long audit = item(named, trust, "Audit", false);

        assertThatThrownBy(() -> work.write(
                        named.actor().scope(),
                        () -> jdbc.sql("update evidence set received_at = now() where id = :id")
                                .param("id", audit)
                                .update()))
                .hasMessageContaining("does not change");
    }
}
