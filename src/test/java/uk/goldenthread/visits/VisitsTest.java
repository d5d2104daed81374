package uk.goldenthread.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.actions.ActionsForTests;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.visits.model.AuditRules;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.Settled;
import uk.goldenthread.visits.model.TypedField;
import uk.goldenthread.visits.model.VisitKind;
import uk.goldenthread.visits.model.VisitState;

@GoldenThreadTest
class VisitsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    Visits visits;

    @Autowired
    Recording recording;

    @Autowired
    Findings findings;

    @Autowired
    VisitReports reports;

    @Autowired
    VisitReading reading;

    @Autowired
    Programmes programmes;

    @Autowired
    Audits audits;

    @Autowired
    ActionsForTests actions;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    Given.Organisation icb;
    Given.Organisation trust;
    Given.Person nurse;
    Given.Person named;
    Given.Person stranger;

    @BeforeEach
    void anIcbWithATrust() {
        clock.standAt(MONDAY);
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void anUnannouncedVisitDoesNotExistForItsProviderUntilItIsTold() {
        long id = confirmed(VisitKind.UNANNOUNCED);
        assertThatThrownBy(() -> reading.whole(named.actor(), AsAt.PRESENT, id)).isInstanceOf(HiddenException.class);
        assertThat(reading.list(named.actor(), AsAt.PRESENT, VisitReading.Wanted.ANY, 1, 50)
                        .total())
                .isZero();

        long risk = immediate(id);

        var seen = reading.whole(named.actor(), AsAt.PRESENT, id);
        assertThat(seen.findings()).extracting(each -> each.finding().id()).containsExactly(risk);
        assertThat(seen.findings().getFirst().writtenBy()).isEqualTo("2026-11-24");
        assertThat(seen.findings().getFirst().planBy()).isEqualTo("2026-11-30");
        assertThat(told(nurse)).contains("IMMEDIATE_RISK");
        assertThat(signals()).containsExactly("IMMEDIATE RAISED");
        assertThatThrownBy(() -> reading.whole(stranger.actor(), AsAt.PRESENT, id))
                .isInstanceOf(HiddenException.class);
    }

    @Test
    void anImmediateRiskIsNotRecordedBeforeTheLeadWasTold() {
        long id = confirmed(VisitKind.UNANNOUNCED);

        var refused = findings.add(
                nurse.actor(),
                id,
                new Findings.Wanted(Grade.IMMEDIATE, "SAFETY", "A door to the stairs does not lock", "", null));

        assertThat(refused.reasons()).extracting(Reason::field).containsExactly("toldTo", "toldAt");
    }

    @Test
    void whatOneVisitorWritesLeavesAnothersAnswersAlone() {
        long id = confirmed(VisitKind.WALKROUND);
        var doctor = given.person("DESIGNATED_DOCTOR", icb);

        recording.save(nurse.actor(), id, TypedField.score("E1", "MET")).orElseThrow();
        recording
                .save(doctor.actor(), id, TypedField.words("E1", "Posters at both doors"))
                .orElseThrow();
        recording.save(doctor.actor(), id, TypedField.score("S1", "PARTLY")).orElseThrow();

        var answers = reading.whole(nurse.actor(), AsAt.PRESENT, id).answers();
        assertThat(answers.get("E1").score()).isEqualTo("MET");
        assertThat(answers.get("E1").words()).isEqualTo("Posters at both doors");
        assertThat(recording
                        .save(nurse.actor(), id, TypedField.score("X9", "MET"))
                        .isAccepted())
                .isFalse();
        assertThat(reading.whole(named.actor(), AsAt.PRESENT, id).answers()).isEmpty();
    }

    @Test
    void whatAVisitorWroteAMomentAgoIsNotTakenForSomebodyElses() {
        long id = confirmed(VisitKind.WALKROUND);
        var doctor = given.person("DESIGNATED_DOCTOR", icb);
        recording
                .save(nurse.actor(), id, TypedField.score("E1", "MET"), TypedField.words("E1", "A rom"))
                .orElseThrow();

        // the answer was lost on the way, so her page still believes that nothing is there
        var corrected = recording
                .save(
                        nurse.actor(),
                        id,
                        new TypedField("E1.score", "", "PARTLY"),
                        new TypedField("E1.words", "", "A room"))
                .orElseThrow();
        assertThat(corrected.values()).extracting(Settled::how).containsOnly(Settled.How.WRITTEN);

        var doctors = recording
                .save(
                        doctor.actor(),
                        id,
                        new TypedField("E1.score", "", "MET"),
                        new TypedField("E1.words", "", "No lock"))
                .orElseThrow();
        assertThat(doctors.get("E1.score")).isEqualTo(new Settled("PARTLY", Settled.How.THEIRS));
        assertThat(doctors.get("E1.words")).isEqualTo(new Settled("A room\nNo lock", Settled.How.BOTH));

        // words of two are nobody's own
        assertThat(recording
                        .save(doctor.actor(), id, new TypedField("E1.words", "", "No lock at all"))
                        .orElseThrow()
                        .get("E1.words")
                        .how())
                .isEqualTo(Settled.How.BOTH);
    }

    @Test
    void aVisitRunsFromItsConfirmationToItsEnd() {
        long id = confirmed(VisitKind.WALKROUND);
        assertThat(told(named)).contains("VISIT_CONFIRMED");
        visits.carriedOut(nurse.actor(), id, MONDAY).orElseThrow();
        long finding = findings.add(
                        nurse.actor(),
                        id,
                        new Findings.Wanted(Grade.IMPROVEMENT, "STAFF", "Agency staff cannot name the lead", "", null))
                .orElseThrow();
        assertThat(messages(reports.draft(nurse.actor(), id, "Staff know whom to call")))
                .hasSize(2);
        writeDown(id);
        reports.draft(nurse.actor(), id, "Staff know whom to call").orElseThrow();
        assertThat(reading.whole(named.actor(), AsAt.PRESENT, id).findings()).isEmpty();

        reports.send(nurse.actor(), id).orElseThrow();
        assertThat(reading.whole(named.actor(), AsAt.PRESENT, id).findings()).hasSize(1);
        reports.comment(named.actor(), id, "There were two agency nurses, not three")
                .orElseThrow();
        reports.checked(named.actor(), id).orElseThrow();
        assertThat(reports.finish(nurse.actor(), id, "").isAccepted()).isFalse();
        var comment = reading.whole(nurse.actor(), AsAt.PRESENT, id).comments().getFirst();
        reports.decide(nurse.actor(), id, comment.id(), true, "").orElseThrow();
        reports.finish(nurse.actor(), id, "").orElseThrow();

        assertThat(messages(reports.goOn(nurse.actor(), id)))
                .containsExactly("1 finding calls for an action and has none.");
        actions.propose(nurse, trust, "Give agency staff an induction", Reference.of("finding", finding));
        reports.goOn(nurse.actor(), id).orElseThrow();
        assertThat(messages(reports.goOn(nurse.actor(), id))).containsExactly("1 action is not verified yet.");
        assertThat(reading.whole(nurse.actor(), AsAt.PRESENT, id).visit().state())
                .isEqualTo(new VisitState.WithActions());
    }

    @Test
    void thePlanIsKeptAndItsVisitsArePlannedOnceItIsApproved() {
        var plan = programmes.propose(nurse.actor(), 42).orElseThrow();

        assertThat(programmes.latest(nurse.actor(), AsAt.PRESENT).orElseThrow().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.why()).contains("no visit is on record"));
        assertThat(programmes.approve(nurse.actor(), plan).orElseThrow()).isEqualTo(2);
        assertThat(programmes.approve(nurse.actor(), plan).isAccepted()).isFalse();
        assertThat(reading.list(nurse.actor(), AsAt.PRESENT, new VisitReading.Wanted(false, "PLANNED"), 1, 50)
                        .total())
                .isEqualTo(2);
        assertThat(reading.list(named.actor(), AsAt.PRESENT, VisitReading.Wanted.ANY, 1, 50)
                        .total())
                .isZero();
    }

    @Test
    void anAuditIsCompleteOnlyWhenItsReAuditIsLinked() {
        long first = audits.share(named.actor(), details("SINGLE_AGENCY", null), said())
                .orElseThrow();
        assertThat(audits.one(nurse.actor(), AsAt.PRESENT, first).complete()).isFalse();

        long again =
                audits.share(named.actor(), details("RE_AUDIT", first), said()).orElseThrow();

        assertThat(audits.one(nurse.actor(), AsAt.PRESENT, first).again()).isEqualTo(again);
        assertThat(audits.share(named.actor(), details("RE_AUDIT", first), said())
                        .isAccepted())
                .isFalse();
        assertThatThrownBy(() -> audits.one(stranger.actor(), AsAt.PRESENT, first))
                .isInstanceOf(HiddenException.class);
        assertThat(audits.list(stranger.actor(), AsAt.PRESENT)).isEmpty();
    }

    @Test
    void theSignalOfAnImmediateRiskEndsWhenTheFindingIsWithdrawn() {
        long id = confirmed(VisitKind.UNANNOUNCED);
        long risk = immediate(id);
        findings.confirmInWriting(nurse.actor(), id, risk).orElseThrow();
        assertThat(told(named)).contains("IMMEDIATE_RISK");
        assertThat(findings.confirmInWriting(nurse.actor(), id, risk).isAccepted())
                .isFalse();

        findings.withdraw(nurse.actor(), id, risk, "The door had been mended in between")
                .orElseThrow();

        assertThat(signals()).containsExactly("IMMEDIATE CLOSED");
    }

    private List<String> signals() {
        return work.read(
                uk.goldenthread.database.Scope.jobFor(icb.id()),
                () -> jdbc.sql("select rule || ' ' || state from signal where icb = :icb order by id")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private long confirmed(VisitKind kind) {
        long id = visits.plan(nurse.actor(), trust.id(), kind, "Walk-round of the emergency department", MONDAY, "")
                .orElseThrow();
        visits.confirm(nurse.actor(), id, MONDAY).orElseThrow();
        return id;
    }

    private long immediate(long id) {
        return findings.add(
                        nurse.actor(),
                        id,
                        new Findings.Wanted(
                                Grade.IMMEDIATE, "SAFETY", "A door to the stairs does not lock", "Ward manager", NINE))
                .orElseThrow();
    }

    private void writeDown(long id) {
        reading.template().parts().stream()
                .flatMap(part -> part.questions().stream())
                .forEach(question -> recording
                        .save(nurse.actor(), id, TypedField.score(question.code(), "MET"))
                        .orElseThrow());
        recording
                .save(nurse.actor(), id, TypedField.of("staff", "6"), TypedField.of("records", "5"))
                .orElseThrow();
    }

    private AuditRules.Details details(String kind, @org.jspecify.annotations.Nullable Long repeats) {
        return new AuditRules.Details(
                trust.id(), kind, "", "Records sampled", "REQUIRES_IMPROVEMENT", "EVIDENCED", "S4", repeats);
    }

    private static AuditRules.Said said() {
        return new AuditRules.Said(
                "Records of supervision",
                "Is supervision recorded each quarter?",
                "It is where the lead asks for it",
                20,
                14,
                MONDAY.minusMonths(3),
                MONDAY.minusDays(1),
                MONDAY.plusMonths(11));
    }

    private List<String> told(Given.Person person) {
        return work.read(
                person.actor().scope(),
                () -> notifications.toldTo(person.actor()).stream()
                        .map(Notifications.Told::kind)
                        .toList());
    }

    private static List<String> messages(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Reason::message).toList();
    }
}
