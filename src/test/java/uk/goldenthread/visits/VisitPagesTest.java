package uk.goldenthread.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class VisitPagesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String TODAY = "&on%5Bday%5D=23&on%5Bmonth%5D=11&on%5Byear%5D=2026";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    Given.Organisation icb;
    Given.Organisation trust;
    Given.Person nurse;
    Given.Person named;

    @BeforeEach
    void anIcbWithATrust() {
        clock.standAt(MONDAY);
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void anUnannouncedVisitIsPlannedRecordedAndItsRiskToldOnPages() {
        var visit = planned("UNANNOUNCED");
        assertThat(given.post(nurse, visit + "/plan/confirm", TODAY.substring(1))
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.get(named, visit).statusCode()).isEqualTo(404);
        assertThat(given.get(named, "/visits").body()).doesNotContain("Walk-round of the wards");

        var saved = given.post(nurse, visit + "/field", "field=E1.score&E1.score=MET");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("\"savedAt\":\"12:00\"");
        assertThat(given.post(nurse, visit + "/field", "field=E1.score&E1.score=PERHAPS")
                        .statusCode())
                .isEqualTo(422);
        assertThat(given.post(nurse, visit + "/field", "field=E1.words&E1.words=Posters+at+both+doors")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given.get(nurse, visit + "/record").body())
                .contains("1 of 23 questions have a score.", "Posters at both doors</textarea>");

        var refused =
                given.post(nurse, visit + "/report/find", "grade=IMMEDIATE&about=SAFETY&found=A+door+does+not+lock");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Tell the provider's lead before you leave", "A door does not lock</textarea>");
        assertThat(given.post(
                                nurse,
                                visit + "/report/find",
                                "grade=IMMEDIATE&about=SAFETY&found=A+door+does+not+lock&toldTo=Ward+manager&toldAt=09:30"
                                        + TODAY.replace("on%5B", "told%5B"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.get(named, visit).body())
                .contains("A door does not lock", "to be confirmed in writing by 24 November 2026")
                .doesNotContain("Posters at both doors", "Add a finding");
        assertThat(given.get(nurse, visit).body()).contains("Confirm it in writing", "/actions/new?for=finding/");
    }

    @Test
    void anAnnouncedVisitWithoutNoticeIsRefusedWithTheFirstDayThatIsPossible() {
        var visit = planned("ANNOUNCED");

        var refused = given.post(nurse, visit + "/plan/confirm", TODAY.substring(1));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("choose 21 December 2026 or later", "href=\"#on\"");
    }

    @Test
    void theYearsPlanIsProposedExplainedAndApproved() {
        assertThat(given.post(nurse, "/visits/programme", "").statusCode()).isEqualTo(302);
        var plan = given.get(nurse, "/visits/programme").body();
        assertThat(plan).contains("drawn with seed", "Not approved yet.", "no visit is on record", "Approve the plan");
        var approve = plan.replaceAll("(?s).*action=\"(/visits/programme/\\d+/approve)\".*", "$1");
        given.post(nurse, approve, "");
        assertThat(given.get(nurse, "/visits/programme").body())
                .contains("Approved.")
                .doesNotContain("Approve the plan");
        assertThat(given.get(nurse, "/visits?state=PLANNED").body()).contains("1 visit.");
    }

    @Test
    void anAuditIsSharedByItsOrganisationAndRepeated() {
        var form =
                "kind=SINGLE_AGENCY&title=Records+of+supervision&question=Is+it+recorded+each+quarter&sample=20&met=14"
                        + "&result=REQUIRES_IMPROVEMENT&topic=S4&confidence=EVIDENCED&learning=Where+the+lead+asks+for+it"
                        + "&from%5Bday%5D=1&from%5Bmonth%5D=8&from%5Byear%5D=2026&to%5Bday%5D=1&to%5Bmonth%5D=11&to%5Byear%5D=2026"
                        + "&again%5Bday%5D=1&again%5Bmonth%5D=10&again%5Byear%5D=2027";
        var shared = given.post(named, "/audits/new", form);
        assertThat(shared.statusCode()).isEqualTo(302);
        var audit = shared.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");

        assertThat(given.get(nurse, audit).body())
                .contains("14 of 20 met the standard", "until then the cycle is open");
        var number = audit.replaceAll(".*/", "");
        assertThat(given.get(named, "/audits/new?repeats=" + number).body())
                .contains("It repeats: Records of supervision");
        assertThat(given.post(named, "/audits/new", form + "&repeats=" + number).statusCode())
                .isEqualTo(302);
        assertThat(given.get(nurse, audit).body()).contains("the cycle is complete", "The audit that repeats it");
        assertThat(given.post(named, "/audits/new", form.replace("met=14", "met=21"))
                        .body())
                .contains("at most all");
    }

    private String planned(String kind) {
        var planned = given.post(
                nurse,
                "/visits/new",
                "organisation=%s&kind=%s&purpose=Walk-round+of+the+wards".formatted(trust.code(), kind) + TODAY);
        assertThat(planned.statusCode()).isEqualTo(302);
        return planned.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }
}
