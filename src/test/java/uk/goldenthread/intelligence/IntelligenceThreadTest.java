package uk.goldenthread.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.Permission;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

/// What is heard and what the regulator published, on the golden thread.
@GoldenThreadTest
class IntelligenceThreadTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    /// The line of section 11 whose claim remarks on training test (`catalogue/cross-checks.yaml`).
    private static final String TRAINING = "requirement/S11_WT:2023:9.2";

    @Autowired
    Given given;

    @Autowired
    Intelligence intelligence;

    @Autowired
    Regulator regulator;

    @Autowired
    SettableClock clock;

    @Autowired
    Statements statements;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person other;
    private Given.Person member;

    @BeforeEach
    void aTrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        other = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        member = given.person("COMMITTEE_MEMBER", icb);
        clock.standAt(JUNE);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aRequirementLeadsToWhatIsHeardOfItAndOnToTheSignalThatRemarksFromTwoSourcesRaise() {
        heard("COMPLAINT", "TRAINING", "Nobody was released for level 3.");
        heard("COMPLAINT", "TRAINING", "Nobody was released for level 2.");
        heard("STAFF", "TRAINING", "Training was cancelled three times.");
        heard("STAFF", "ABUSE", "Nobody asked about abuse at home.");

        var thread = thread(nurse, TRAINING);

        assertThat(thread.select("h2").eachText())
                .contains("What is asked", "What was found")
                .doesNotContain("Of whom");
        assertThat(thread.text())
                .contains("A worry of " + trust.name() + " was heard (Complaint): Nobody was released for level 3.")
                .contains("4 things were heard within")
                .doesNotContain("Nobody asked about abuse at home.");
    }

    @Test
    void aRemarkLeadsUpToItsRequirementAndItsProviderAndSaysWhenItCountsNoMore() {
        var id = heard("STAFF", "TRAINING", "Training was cancelled three times.");

        var page = Jsoup.parse(given.get(nurse, "/intelligence/" + id).body());
        var thread = page(nurse, page.select(".gt-threadlink a").attr("href"));

        assertThat(thread.select("[aria-current=true]").text()).contains("Training was cancelled three times.");
        assertThat(thread.select("a[href=/providers/" + trust.code() + "]")).hasSize(1);
        assertThat(thread.text()).contains("Section 11");

        intelligence.close(nurse.actor(), id, "Looked into on a visit").orElseThrow();
        assertThat(thread(nurse, "intelligence/" + id).text()).contains("(counts no more)");
        assertThat(thread(nurse, TRAINING).text()).doesNotContain("Training was cancelled");
    }

    @Test
    void aProvidersThreadShowsWhatTheRegulatorPublishedToItAndRemarksToTheIcbAlone() {
        var remark = heard("STAFF", "TRAINING", "Training was cancelled three times.");
        publish(new Regulator.New(trust.code(), false, LocalDate.of(2024, 3, 1), "GOOD", "GOOD", ""));
        publish(new Regulator.New(trust.code(), false, LocalDate.of(2026, 5, 1), "GOOD", "INADEQUATE", ""));
        publish(new Regulator.New(trust.code(), true, LocalDate.of(2026, 5, 20), "", "", "Staffing at night"));

        var whole = page(nurse, "/thread?at=/providers/" + trust.code());
        var own = page(named, "/thread?at=/providers/" + trust.code());

        for (var each : List.of(whole, own)) {
            assertThat(each.text())
                    .contains("The Care Quality Commission rated " + trust.name() + ": overall good, safety inadequate")
                    .contains("served " + trust.name() + " a warning notice: Staffing at night (in force)")
                    .contains("Safety was rated inadequate in what was published on 1 May 2026.")
                    .doesNotContain("No requirement asks for this");
        }
        assertThat(whole.text()).contains("Training was cancelled three times.");
        assertThat(own.text()).doesNotContain("Training was cancelled");
        assertThat(own.select("a[href^=/intelligence]")).isEmpty();
        assertThat(given.get(named, "/thread?of=intelligence/" + remark).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherProviderSeesNothingOfItAndACommitteeMemberNoRemark() {
        var remark = heard("STAFF", "TRAINING", "Training was cancelled three times.");
        publish(new Regulator.New(trust.code(), true, JUNE, "", "", "Staffing at night"));

        assertThat(given.get(other, "/thread?at=/providers/" + trust.code()).statusCode())
                .isEqualTo(404);
        assertThat(thread(other, TRAINING).text()).doesNotContain(trust.name());
        assertThat(member.actor().may(Permission.INTELLIGENCE_VIEW)).isFalse();
        assertThat(given.get(member, "/thread?of=intelligence/" + remark).statusCode())
                .isEqualTo(404);
        assertThat(thread(member, TRAINING).text()).doesNotContain("Training was cancelled");
    }

    @Test
    void manyRemarksCostNoMoreStatementsThanOne() {
        heard("STAFF", "TRAINING", "Training was cancelled three times.");
        var one = statements.during(() -> thread(nurse, "provider/" + trust.code()));
        for (int more = 0; more < 7; more++) {
            heard("STAFF", "TRAINING", "Training was cancelled again, time " + more);
            publish(new Regulator.New(trust.code(), true, JUNE.minusDays(more), "", "", "Staffing at night"));
        }

        var many = statements.during(() -> thread(nurse, "provider/" + trust.code()));

        assertThat(one).filteredOn(sql -> sql.contains("regulator_notice n")).isNotEmpty();
        assertThat(many)
                .filteredOn(sql -> sql.contains("regulator_notice n"))
                .as("two steps down, then what they are")
                .hasSizeLessThanOrEqualTo(8);
        assertThat(many).hasSizeLessThan(60);
    }

    private long heard(String source, String theme, String words) {
        return intelligence
                .add(nurse.actor(), new Intelligence.New(trust.code(), source, theme, words, JUNE, false))
                .orElseThrow();
    }

    private void publish(Regulator.New published) {
        regulator.add(nurse.actor(), published).orElseThrow();
    }

    private Document thread(Given.Person person, String thing) {
        return page(person, "/thread?of=" + thing);
    }

    private Document page(Given.Person person, String address) {
        var answer = given.get(person, address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
