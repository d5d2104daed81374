package uk.goldenthread.papers.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.papers.PaperFixtures;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// What the committee was shown stays what it was shown, whatever happens to the records since.
@GoldenThreadTest
class PaperFreezingTest {
    @Autowired
    Given given;

    @Autowired
    PaperFixtures fixtures;

    @Autowired
    Papers papers;

    @Autowired
    Freezing freezing;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private PaperFixtures.Team team;

    @BeforeEach
    void anIcbWithATrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        team = fixtures.team(given, icb);
        // Twelve months near 90 %, then one fall to 60 %.
        fixtures.training(icb, trust, 180, 181, 179, 180, 182, 180, 179, 181, 180, 180, 181, 179, 120);
        fixtures.dueReturn(icb, trust);
    }

    @Test
    void aFrozenPaperStandsWhileTheRecordsMoveAndItsPageSaysWhichIsShown() {
        var paper = fixtures.draft(team, "QUALITY");
        fixtures.freeze(team, paper);
        var nurse = team.nurse().actor();
        var before = freezing.data(nurse, papers.find(nurse, paper));

        fixtures.training(icb, trust, 190);
        fixtures.submit(icb, trust, Instant.parse("2025-07-20T09:00:00Z"), team.nurse());

        var kept = papers.find(nurse, paper);
        assertThat(freezing.data(nurse, kept)).isEqualTo(before);
        assertThat(before.measures().getFirst().total().text()).isEqualTo("60%");
        assertThat(before.returns().missing().text()).isEqualTo("1");
        assertThat(freezing.rerun(nurse, kept).same()).isTrue();
        var today = freezing.today(nurse, kept);
        assertThat(today.measures().getFirst().total().text()).isEqualTo("95%");
        assertThat(today.returns().missing().text()).isEqualTo("0");
        assertThat(today.returns().onTime().text()).isEqualTo("1");

        var read = given.get(team.nurse(), "/papers/" + paper + "/read").body();
        assertThat(Jsoup.parse(read).select(".gt-papershown").text())
                .contains("Frozen: the figures are those of")
                .contains("The records have changed since");
        assertThat(Jsoup.parse(read).select("a:containsOwn(60%)")).isNotEmpty();
        var now =
                given.get(team.nurse(), "/papers/" + paper + "/read?show=today").body();
        assertThat(Jsoup.parse(now).select(".gt-papershown").text())
                .contains("Today's figures, as the records stand on");
        assertThat(Jsoup.parse(now).select("a:containsOwn(95%)")).isNotEmpty();
        assertThat(Jsoup.parse(given.get(team.nurse(), "/papers/" + paper + "/rerun")
                                .body())
                        .text())
                .contains("the same, byte for byte")
                .contains("What is different today");
    }

    @Test
    void runningAFrozenPaperAgainGivesTheSameBytes() {
        var paper = fixtures.draft(team, "QUALITY");
        fixtures.freeze(team, paper);
        var nurse = team.nurse().actor();
        var kept = papers.find(nurse, paper);

        for (int round = 0; round < 3; round++) {
            fixtures.training(icb, trust, 150 + round);
            var rerun = freezing.rerun(nurse, kept);

            assertThat(rerun.same()).isTrue();
            assertThat(rerun.differences()).isEmpty();
        }
    }

    @Test
    void aFrozenPaperIsLockedInTheDatabaseItself() {
        var paper = fixtures.draft(team, "QUALITY");
        fixtures.freeze(team, paper);
        var scope = team.nurse().actor().scope();

        assertThatThrownBy(() -> work.write(
                        scope,
                        () -> jdbc.sql("update paper set meeting_on = meeting_on + 1 where id = :id")
                                .param("id", paper)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is frozen");
        assertThatThrownBy(() -> work.write(
                        scope,
                        () -> jdbc.sql("update paper_freeze set data = '{}' where paper = :id")
                                .param("id", paper)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void theNextPaperOfTheCommitteeSaysWhatChangedSince() {
        var first = fixtures.draft(team, "QUALITY");
        fixtures.freeze(team, first);
        fixtures.training(icb, trust, 190);
        var second = fixtures.draft(team, "QUALITY");
        var elsewhere = fixtures.draft(team, "BOARD");
        var nurse = team.nurse().actor();

        var data = freezing.data(nurse, papers.find(nurse, second));

        assertThat(data.since()).isNotNull();
        assertThat(data.changes())
                .contains("Safeguarding children training, level 3 rose from 60% in June 2025 to 95%.");
        assertThat(freezing.data(nurse, papers.find(nurse, elsewhere)).since()).isNull();
        var slot = Jsoup.parse(
                given.get(team.nurse(), "/papers/" + second + "/text/changes").body());
        assertThat(slot.select("textarea").text()).contains("rose from 60% in June 2025 to 95%");
    }

    @Test
    void onlyASignedPaperIsFrozenAndOnlyByThoseWhoMay() {
        var paper = fixtures.draft(team, "QUALITY");

        assertThat(freezing.freeze(team.nurse().actor(), paper).reasons())
                .extracting("message")
                .containsExactly("Only a paper that everyone has signed can be frozen");
        assertThat(given.post(team.doctor(), "/papers/" + paper + "/freeze", "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void thoseWhoFreezeAreToldWhenFiguresChangedAfterTheExecutiveSigned() {
        var paper = fixtures.draft(team, "QUALITY");
        fixtures.sign(team, paper);
        var nurse = team.nurse().actor();
        assertThat(freezing.changedSinceSigned(nurse, papers.find(nurse, paper)))
                .isFalse();

        fixtures.training(icb, trust, 190);

        assertThat(freezing.changedSinceSigned(nurse, papers.find(nurse, paper)))
                .isTrue();
        assertThat(papers.find(nurse, paper).paper()).isInstanceOf(Paper.Signed.class);
    }
}
