package uk.goldenthread.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.TypedField;
import uk.goldenthread.visits.model.VisitKind;

/// A visit that follows another and looks again at what it found.
@GoldenThreadTest
class FollowUpTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String FORM = "&kind=FOLLOW_UP&purpose=Follow-up+of+the+walk-round"
            + "&on%5Bday%5D=14&on%5Bmonth%5D=12&on%5Byear%5D=2026";

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
    Statements statements;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private long first;
    private long improvement;

    @BeforeEach
    void aVisitWhoseReportIsFinal() {
        clock.standAt(MONDAY);
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        first = visits.plan(nurse.actor(), trust.id(), VisitKind.WALKROUND, "Walk-round of the wards", MONDAY, "")
                .orElseThrow();
        visits.confirm(nurse.actor(), first, MONDAY).orElseThrow();
        visits.carriedOut(nurse.actor(), first, MONDAY).orElseThrow();
        improvement = found(Grade.IMPROVEMENT, "S1", "Agency staff cannot name the lead");
        found(Grade.GOOD_PRACTICE, "E2", "Each clinic has a room to talk alone");
        long wrong = found(Grade.SIGNIFICANT, "W2", "No induction since July");
        findings.withdraw(nurse.actor(), first, wrong, "It was another ward").orElseThrow();
        reading.template().parts().stream()
                .flatMap(part -> part.questions().stream())
                .forEach(question -> recording
                        .save(nurse.actor(), first, TypedField.score(question.code(), "MET"))
                        .orElseThrow());
        recording
                .save(nurse.actor(), first, TypedField.of("staff", "6"), TypedField.of("records", "5"))
                .orElseThrow();
    }

    private long found(Grade grade, String about, String words) {
        return findings.add(nurse.actor(), first, new Findings.Wanted(grade, about, words, "", null))
                .orElseThrow();
    }

    private void reported() {
        reports.draft(nurse.actor(), first, "Staff know whom to call").orElseThrow();
        reports.send(nurse.actor(), first).orElseThrow();
        reports.checked(named.actor(), first).orElseThrow();
        reports.finish(nurse.actor(), first, "").orElseThrow();
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aFollowUpIsOfferedOnceTheReportIsFinalAndIsFilledInWithWhatStillHasToChange() {
        assertThat(page(nurse, "/visits/" + first).text()).doesNotContain("Plan a follow-up");
        assertThat(given.post(nurse, "/visits/new", "follows=" + first + FORM).body())
                .contains("A follow-up can be planned once the report is final.");
        reported();

        var form = page(
                nurse,
                page(nurse, "/visits/" + first)
                        .select("a:contains(Plan a follow-up)")
                        .attr("href"));

        assertThat(form.select("h1").text()).contains("Plan a follow-up", trust.name());
        assertThat(form.select("input[name=purpose]").attr("value"))
                .isEqualTo("Follow-up of the visit of 23 November 2026, Walk-round of the wards");
        assertThat(form.select("select[name=kind] option[selected]").attr("value"))
                .isEqualTo("FOLLOW_UP");
        assertThat(form.select("main li").eachText())
                .containsExactly("Improvement needed: Agency staff cannot name the lead");
        assertThat(page(named, "/visits/" + first).text()).doesNotContain("Plan a follow-up");
        assertThat(given.post(named, "/visits/new", "follows=" + first + FORM).statusCode())
                .isEqualTo(403);
    }

    @Test
    void bothVisitsLeadToEachOtherAndTheThreadShowsBoth() {
        reported();
        var next = planned();

        assertThat(page(nurse, "/visits/" + next)
                        .select("main a[href=/visits/" + first + "]")
                        .text())
                .isEqualTo("Follows the visit of 23 November 2026: Walk-round of the wards (final report)");
        assertThat(page(nurse, "/visits/" + first)
                        .select("main a[href=/visits/" + next + "]")
                        .text())
                .isEqualTo("Followed by the visit of 14 December 2026: Follow-up of the walk-round (planned)");
        assertThat(page(nurse, "/visits/" + first).text())
                .as("one follow-up is enough, unless it is cancelled")
                .doesNotContain("Plan a follow-up");
        assertThat(page(nurse, "/thread?at=/visits/" + first).select("a[href=/visits/" + next + "]"))
                .hasSize(1);
        assertThat(page(nurse, "/thread?at=/visits/" + next).select("a[href=/visits/" + first + "]"))
                .hasSize(1);

        visits.cancel(nurse.actor(), next, "The ward has moved").orElseThrow();
        assertThat(page(nurse, "/visits/" + first).text()).contains("Plan a follow-up");
    }

    @Test
    void theProviderSeesTheFollowUpOnlyOnceItIsTold() {
        reported();
        var next = planned();

        assertThat(page(named, "/visits/" + first).text()).doesNotContain("Followed by");
        assertThat(page(named, "/thread?at=/visits/" + first).text()).doesNotContain("Follow-up of the walk-round");
        assertThat(given.get(named, "/visits/" + next).statusCode()).isEqualTo(404);

        visits.confirm(nurse.actor(), next, LocalDate.of(2026, 12, 14)).orElseThrow();
        assertThat(page(named, "/visits/" + first).text()).contains("Followed by the visit of 14 December 2026");
        assertThat(page(named, "/visits/" + next).text())
                .contains("To look at again", "Agency staff cannot name the lead", "No action was asked for.");
    }

    @Test
    void eachFindingIsAQuestionOfItsFormWhichTheDraftWaitsFor() {
        reported();
        var next = planned();
        visits.confirm(nurse.actor(), next, LocalDate.of(2026, 12, 14)).orElseThrow();
        var code = "AGAIN-" + improvement;

        var form = page(nurse, "/visits/" + next + "/record");
        assertThat(form.text()).contains("Put right: Agency staff cannot name the lead", "0 of 24 questions");
        assertThat(form.select("input[name=" + code + ".score]")).hasSize(3);
        assertThat(given.post(
                                nurse,
                                "/visits/" + next + "/record",
                                code + ".score=PARTLY&" + code + ".words=Two+of+five")
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(nurse, "/visits/" + next + "/record").text()).contains("1 of 24 questions", "Two of five");
        assertThat(page(nurse, "/visits/" + next).text()).contains("Now: partly.");
        assertThat(given.post(nurse, "/visits/" + next + "/field", "field=AGAIN-999.score&AGAIN-999.score=MET")
                        .statusCode())
                .isEqualTo(422);
        assertThat(recording
                        .save(nurse.actor(), first, TypedField.score(code, "MET"))
                        .isAccepted())
                .as("the first visit looks at nothing again")
                .isFalse();

        clock.standAt(LocalDate.of(2026, 12, 14));
        recording.save(nurse.actor(), next, TypedField.score(code, "")).orElseThrow();
        visits.carriedOut(nurse.actor(), next, LocalDate.of(2026, 12, 14)).orElseThrow();
        recording
                .save(nurse.actor(), next, TypedField.of("staff", "6"), TypedField.of("records", "5"))
                .orElseThrow();
        reading.template().parts().stream()
                .flatMap(part -> part.questions().stream())
                .forEach(question -> recording
                        .save(nurse.actor(), next, TypedField.score(question.code(), "MET"))
                        .orElseThrow());
        assertThat(reports.draft(nurse.actor(), next, "All is put right").isAccepted())
                .isFalse();
        recording.save(nurse.actor(), next, TypedField.score(code, "MET")).orElseThrow();
        assertThat(reports.draft(nurse.actor(), next, "All is put right").isAccepted())
                .isTrue();
    }

    @Test
    void aThreadOfManyVisitsAsksOnceAStepWhichFollows() {
        reported();
        planned();

        var sent = statements.during(() -> page(nurse, "/thread?at=/visits/" + first));

        assertThat(sent)
                .filteredOn(sql -> sql.contains("select v.follows"))
                .as("once up, once down and once for what was reached, not once a visit")
                .hasSizeBetween(1, 4);
    }

    private long planned() {
        var answer = given.post(nurse, "/visits/new", "follows=" + first + FORM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var id = Long.parseLong(
                answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
        var visit = reading.whole(nurse.actor(), AsAt.PRESENT, id).visit();
        assertThat(visit.organisation()).isEqualTo(trust.id());
        assertThat(visit.follows()).isEqualTo(first);
        return id;
    }

    private Document page(Given.Person person, String address) {
        var answer = given.get(person, address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
