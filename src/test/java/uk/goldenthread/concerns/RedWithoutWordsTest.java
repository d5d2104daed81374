package uk.goldenthread.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.catalogue.OwnSetting;
import uk.goldenthread.concerns.model.MoveWords;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.Returns.Base;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.returns.Typed;
import uk.goldenthread.rulebook.RuleChanges;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// What follows a return and a review for the provider: W12, and being told.
@GoldenThreadTest
class RedWithoutWordsTest {
    @Autowired
    Given given;

    @Autowired
    ReturnsForTests test;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    RuleChanges changes;

    @Autowired
    RapidReviews reviews;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;

    @BeforeEach
    void anIcbWithATrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
    }

    /// 12 of 20 is 60%: red, for K03 wants 85 and stays amber down to 80.
    @Test
    void aRedFigureWithoutWordsIsRaisedWhereTheIcbLetsItThrough() {
        redNeedsNoWords();

        submit("2026-09", "");

        assertThat(warnings()).contains("W12 K03 2026-09");
    }

    @Test
    void aRedFigureWithWordsIsNotRaised() {
        redNeedsNoWords();

        submit("2026-09", "Two trainers left in July");

        assertThat(warnings()).noneMatch(each -> each.startsWith("W12"));
    }

    @Test
    void itEndsWithTheNextFigureThatComesWithWords() {
        redNeedsNoWords();
        submit("2026-08", "");
        assertThat(warnings()).contains("W12 K03 2026-08");

        submit("2026-09", "Two trainers left in July");

        assertThat(warnings()).noneMatch(each -> each.startsWith("W12"));
    }

    @Test
    void theProviderIsToldOfARapidReview() {
        var words = new MoveWords("A child was left unseen", "Nobody knows how many more", "", "", "", "");
        reviews.call(nurse.actor(), trust.id(), true, words).orElseThrow();

        assertThat(toldTo(named)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo("RAPID_REVIEW");
            assertThat(told.href()).isEqualTo("/providers/" + trust.code() + "/ladder");
            assertThat(told.sentence())
                    .startsWith("The ICB has called a rapid quality review of your organisation, to be held by ")
                    .endsWith(", because children or adults may be at immediate risk.");
        });
        assertThat(toldTo(given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust))).hasSize(1);
        assertThat(toldTo(given.person("PROVIDER_EXECUTIVE_LEAD", icb, given.provider(icb, "ACUTE"))))
                .isEmpty();
    }

    private List<Notifications.Told> toldTo(Given.Person person) {
        return work.read(person.actor().scope(), () -> notifications.toldTo(person.actor()));
    }

    private void redNeedsNoWords() {
        var rule = new OwnSetting("RETURN.red_narrative", 1, LocalDate.of(2025, 4, 1), BigDecimal.ZERO);
        changes.make(nurse.actor(), new RuleChanges.Wanted(rule, "Agreed with the providers for a trial"))
                .orElseThrow();
    }

    private void submit(String period, String words) {
        opening.open(nurse.actor(), Period.parse(period)).orElseThrow();
        var header = test.header(nurse, trust, period);
        var typed = new ArrayList<Typed>();
        for (var line : test.lines(named, header.id())) {
            typed.add(line.kpi().equals("K03") ? Typed.ratio("K03", "12", "20").saying(words) : test.typical(line));
        }
        returns.save(named.actor(), header.id(), Base.seen(1), typed).orElseThrow();
        returns.submit(named.actor(), header.id()).orElseThrow();
    }

    private List<String> warnings() {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(
                                "select rule || ' ' || series || ' ' || last_period from signal where icb = :icb and holds order by id")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}
