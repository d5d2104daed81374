package uk.goldenthread.assessments.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.EvidenceForAnswers;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.CarryForward;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

/// How many statements self-assessment takes, whatever the number of answers, items of evidence and
/// organisations.
@GoldenThreadTest
class AssessmentStatementsTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    /// The assessment locked, its answers, the save, the ledger.
    private static final int SAVE = 4;

    private static final int PAGE = 20;

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    Answering answering;

    @Autowired
    CarryForward carry;

    @Autowired
    RoundsForTests test;

    @Autowired
    EvidenceForAnswers evidence;

    @Autowired
    Statements statements;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;

    @BeforeEach
    void aTrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(APRIL);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void fiftyAnswersAreSavedInAsManyStatementsAsOne() {
        var id = test.assessment(nurse, test.published(nurse, "S11_WT", "Section 11 2026", APRIL), trust);
        var codes = test.answers(named, id).keySet();

        var one = statements.during(() -> save(id, 1, List.of(Typed.value("1.1", "3"))));
        var all = statements.during(() -> save(
                id,
                2,
                codes.stream()
                        .map(code -> Typed.value(code, "2").saying("We looked"))
                        .toList()));

        assertThat(one).hasSize(SAVE);
        assertThat(all).hasSize(SAVE);
    }

    private void save(long id, int version, List<Typed> typed) {
        answering.save(named.actor(), id, Base.seen(version), typed).orElseThrow();
    }

    @Test
    void aPageTakesAsManyForAHundredItemsOfEvidenceAsForNone() {
        var id = test.assessment(nurse, test.published(nurse, "S11_WT", "Section 11 2026", APRIL), trust);
        var before = statements.during(() -> get(named, "/assessments/" + id + "/standards/S1"));
        for (var answer : test.answers(named, id).values()) {
            evidence.give(named, "Audit", LocalDate.of(2026, 12, 31), answer.id());
            evidence.give(named, "Minutes", LocalDate.of(2026, 12, 31), answer.id());
        }

        var after = statements.during(() -> get(named, "/assessments/" + id + "/standards/S1"));

        assertThat(after).hasSameSizeAs(before);
        assertThat(after).hasSizeLessThanOrEqualTo(PAGE);
    }

    @Test
    void theListsTakeAsManyForTwentyOrganisationsAsForOne() {
        var round = test.published(nurse, "S11_WT", "Section 11 2026", APRIL);
        var few = statements.during(() -> get(nurse, "/assessments/rounds/" + round));
        var rounds = statements.during(() -> get(nurse, "/assessments"));
        for (var number = 0; number < 19; number++) {
            given.provider(icb, "ACUTE");
        }
        test.published(nurse, "S11_WT", "Section 11 again", APRIL);

        assertThat(statements.during(() -> get(nurse, "/assessments/rounds/" + round)))
                .hasSameSizeAs(few);
        assertThat(statements.during(() -> get(nurse, "/assessments"))).hasSameSizeAs(rounds);
    }

    @Test
    void fiftyAnswersComeForwardInADozenStatements() {
        clock.letGo();
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL.minusYears(1));
        var last = test.assessment(nurse, test.published(nurse, "S11_WT", "Last", APRIL.minusYears(1)), trust);
        test.handIn(named, executive, last, "2");
        clock.standAt(APRIL);
        var id = test.assessment(nurse, test.published(nurse, "S11_WT", "Now", APRIL), trust);

        var sent = statements.during(() -> carry.bring(named.actor(), id).orElseThrow());

        assertThat(sent).hasSizeLessThanOrEqualTo(12);
        assertThat(test.header(named, id).progress().carried()).isEqualTo(50);
    }

    private void get(Given.Person person, String path) {
        assertThat(given.get(person, path).statusCode()).isEqualTo(200);
    }
}
