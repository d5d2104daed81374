package uk.goldenthread.assessments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.moderation.RoundKeeping;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class RoundReportTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    Moderating moderating;

    @Autowired
    RoundKeeping keeping;

    private Given.Organisation icb;
    private Given.Person nurse;
    private final List<Given.Organisation> trusts = new ArrayList<>();
    private long round;

    @BeforeEach
    void people() {
        icb = given.icb();
        nurse = given.person("DESIGNATED_NURSE", icb);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private void roundOf(int organisations) {
        for (int number = 0; number < organisations; number++) {
            trusts.add(given.provider(icb, "ACUTE"));
        }
        clock.standAt(APRIL);
        round = test.published(nurse, "S11_WT", "Section 11 2026", APRIL);
    }

    private long handIn(int trust, String value) {
        var organisation = trusts.get(trust);
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, organisation);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, organisation);
        long id = test.assessment(nurse, round, organisation);
        test.handIn(named, executive, id, value);
        return id;
    }

    private Document report() {
        var answer = given.get(nurse, "/assessments/rounds/%d/report".formatted(round));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String fact(Document page, String name) {
        return page.select(".gt-factsheet tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .findFirst()
                .orElseThrow()
                .select("td")
                .text();
    }

    @Test
    void theReportTellsWhoAnsweredWhenAndTheFourViewsApart() {
        roundOf(6);
        var first = handIn(0, "3");
        handIn(1, "3");
        handIn(2, "2");
        handIn(3, "1");
        // due on 27 May 2026
        clock.standAt(LocalDate.of(2026, 5, 28));
        handIn(4, "1");
        keeping.neverCame(nurse.actor(), test.assessment(nurse, round, trusts.get(5)))
                .orElseThrow();
        moderating.takeUp(nurse.actor(), first).orElseThrow();
        var typed = new ArrayList<Typed>();
        test.answers(nurse, first)
                .keySet()
                .forEach(code -> typed.add(Typed.value(code, "2").saying("Mostly seen")));
        moderating.save(nurse.actor(), first, 1, typed, true).orElseThrow();
        moderating.finish(nurse.actor(), first, false).orElseThrow();

        var page = report();
        assertThat(fact(page, "Handed in")).isEqualTo("5 of 6 (83%)");
        assertThat(fact(page, "Of those, in time")).isEqualTo("4 of 5 (80%)");
        assertThat(fact(page, "Judged by the ICB")).isEqualTo("1 of 5 (20%)");
        assertThat(page.text()).contains(trusts.get(5).name());
        // claimed: (100 + 100 + 67 + 33 + 33) / 5 = 66.6; judged so far in one organisation, too few to average
        var leadership = page.select("table:has(caption:contains(Mean score)) tbody tr")
                .first()
                .text();
        assertThat(leadership).startsWith("S1 Leadership 66.6 (5)").endsWith("Fewer than 5 None yet");
        assertThat(page.text()).contains("Too few organisations are judged to set judgements beside claims.");
        assertThat(page.select("table:has(caption:contains(Moderated score)) tbody tr"))
                .hasSize(6);
    }

    @Test
    void itComesAsPdfAndForWordWithTheLedgerSayingSo() {
        roundOf(5);
        handIn(0, "3");

        var pdf = given.get(nurse, "/assessments/rounds/%d/report.pdf".formatted(round));
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-1.");
        var word = given.get(nurse, "/assessments/rounds/%d/report.docx".formatted(round));
        assertThat(word.body()).startsWith("PK");
        assertThat(test.figures(
                        nurse,
                        Long.class,
                        "select count(*) from ledger.entry where subject = :subject and action = 'ROUND_REPORT_EXPORTED'",
                        Map.of("subject", "assessment-round/" + round)))
                .containsExactly(2L);
    }

    @Test
    void fewerThanFiveAreNeitherNamedNorAveraged() {
        roundOf(4);
        handIn(0, "3");

        var page = report();

        trusts.forEach(trust -> assertThat(page.text()).doesNotContain(trust.name()));
        assertThat(page.text()).contains("Organisation 1", "Too few organisations were asked to give an average.");
    }
}
