package uk.goldenthread.returns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

/// How many statements a page or a write of returns takes, who is asking and under which rules included: never more
/// with more lines or more returns.
@GoldenThreadTest
class ReturnStatementsTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    ReturnsForTests test;

    @Autowired
    Statements statements;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private long month;
    private long quarter;

    @BeforeEach
    void aShortAndALongReturnAreOpen() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(OCTOBER);
        opening.open(nurse.actor(), Period.parse("2026-09"));
        opening.open(nurse.actor(), Period.parse("2026-27-Q2"));
        month = test.header(nurse, trust, "2026-09").id();
        quarter = test.header(nurse, trust, "2026-27-Q2").id();
        assertThat(test.lines(nurse, quarter)).hasSizeGreaterThan(2 * 10);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void theListTakesAsManyForOneReturnAsForForty() {
        var few = statements.during(() -> get(nurse, "/returns"));
        for (var number = 0; number < 19; number++) {
            given.provider(icb, "ACUTE");
        }
        opening.open(nurse.actor(), Period.parse("2026-09"));
        opening.open(nurse.actor(), Period.parse("2026-27-Q2"));

        assertThat(statements.during(() -> get(nurse, "/returns"))).hasSameSizeAs(few);
        assertThat(few).hasSizeLessThanOrEqualTo(LIST);
    }

    @Test
    void aReturnTakesAsManyForTwelveFiguresAsForThirtyToEnterAndToReview() {
        var toEnter = statements.during(() -> get(named, "/returns/" + month));
        assertThat(statements.during(() -> get(named, "/returns/" + quarter))).hasSameSizeAs(toEnter);
        assertThat(toEnter).hasSizeLessThanOrEqualTo(PAGE);

        var toReview = statements.during(() -> get(nurse, "/returns/" + month));
        assertThat(statements.during(() -> get(nurse, "/returns/" + quarter))).hasSameSizeAs(toReview);
        assertThat(toReview).hasSizeLessThanOrEqualTo(PAGE);
    }

    @Test
    void savingTakesAsManyForOneFigureAsForAll() {
        var one = statements.during(() -> save(quarter, 1, 1));
        var all = statements.during(() -> save(quarter, 2, 100));

        assertThat(all).hasSameSizeAs(one);
        assertThat(one).hasSizeLessThanOrEqualTo(SAVE);
    }

    @Test
    void aFieldThatIsLeftTakesFew() {
        var left = statements.during(() -> assertThat(given.post(
                                named, "/returns/" + month + "/field", "field=K03.numerator&K03.numerator=18&version=1")
                        .statusCode())
                .isEqualTo(200));

        assertThat(left).hasSizeLessThanOrEqualTo(FIELD);
    }

    private static final int LIST = 6;
    private static final int PAGE = 8;
    private static final int SAVE = 8;
    private static final int FIELD = 8;

    private void save(long id, int version, int lines) {
        var typed =
                test.lines(named, id).stream().limit(lines).map(test::typical).toList();
        returns.save(named.actor(), id, Returns.Base.seen(version), List.copyOf(typed))
                .orElseThrow();
    }

    private void get(Given.Person person, String path) {
        assertThat(given.get(person, path).statusCode()).isEqualTo(200);
    }
}
