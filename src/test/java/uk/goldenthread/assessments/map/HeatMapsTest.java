package uk.goldenthread.assessments.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.map.HeatMap.Cell;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class HeatMapsTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    HeatMaps maps;

    @Autowired
    Answering answering;

    @Autowired
    Moderating moderating;

    private Given.Organisation icb;
    private Given.Organisation strong;
    private Given.Organisation weak;
    private Given.Organisation silent;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person member;
    private long round;

    @BeforeEach
    void oneStrongOneWeakAndOneSilent() {
        icb = given.icb();
        strong = given.provider(icb, "ACUTE");
        weak = given.provider(icb, "ACUTE");
        silent = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, strong);
        member = given.person("COMMITTEE_MEMBER", icb);
        clock.standAt(APRIL);
        round = test.published(nurse, "S11_WT", "Section 11 2026", APRIL);
        handIn(round, strong, "3");
        handIn(round, weak, "1");
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private void handIn(long in, Given.Organisation organisation, String value) {
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, organisation);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, organisation);
        test.handIn(named, executive, test.assessment(nurse, in, organisation), value);
    }

    private HeatMap map(String view, String standard) {
        return maps.map(nurse.actor(), AsAt.PRESENT, round, new HeatMaps.Wanted(view, standard, false))
                .map();
    }

    @Test
    void theGreatestConcernStandsFirstAndWhoIsNotDueYetLast() {
        var map = map("CLAIMED", null);

        assertThat(map.columns()).hasSize(10);
        assertThat(map.rows()).extracting(HeatMap.Row::name).containsExactly(weak.name(), strong.name(), silent.name());
        assertThat(map.rows().getFirst().cells().getFirst())
                .isEqualTo(new Cell.Scored("RED", 33, "33", "33, red", false));
        assertThat(map.rows().getLast().cells()).allMatch(Cell.Missing.class::isInstance);
        assertThat(map.rated()).isEqualTo(2);

        // due on 27 May 2026: on the day after, who said nothing is the first concern
        clock.standAt(LocalDate.of(2026, 5, 28));
        assertThat(map("CLAIMED", null).rows().getFirst().name()).isEqualTo(silent.name());
    }

    @Test
    void aViewShowsItsOwnScoresAndNeverAnothers() {
        var id = test.assessment(nurse, round, strong);
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        var typed = new ArrayList<Typed>();
        test.answers(nurse, id)
                .keySet()
                .forEach(code -> typed.add(Typed.value(code, "2").saying("Mostly seen")));
        moderating.save(nurse.actor(), id, 1, typed, true).orElseThrow();

        assertThat(map("MODERATED", null).rated()).isZero();
        moderating.finish(nurse.actor(), id, false).orElseThrow();

        var moderated = map("MODERATED", null);
        assertThat(moderated.rated()).isEqualTo(1);
        assertThat(row(moderated, strong).overall()).isEqualTo(new Cell.Scored("AMBER", 67, "67", "67, amber", false));
        assertThat(row(map("CLAIMED", null), strong).overall())
                .isEqualTo(new Cell.Scored("GREEN", 100, "100", "100, green", false));
        assertThat(map("ACCEPTED", null).rated()).isZero();
        assertThat(row(map("MODERATED", "S1"), strong).cells())
                .hasSize(5)
                .containsOnly(new Cell.Scored("AMBER", 67, "2", "Mostly met", false));

        var compared = maps.variances(nurse.actor(), AsAt.PRESENT, round);
        // claimed 100, judged 67: every one of the fifty lines lies 33 below, so all are over-rated by 25 or more
        assertThat(compared.variances()).hasSize(50).allMatch(each -> each.mean() == -33 && each.over() == 1);
    }

    private static HeatMap.Row row(HeatMap map, Given.Organisation organisation) {
        return map.rows().stream()
                .filter(row -> row.name().equals(organisation.name()))
                .findFirst()
                .orElseThrow();
    }

    /// The short profile of practices asks 1.1, 1.2 and 1.5 of the first standard, and nothing of the sixth.
    @Test
    void whatAPracticesShortProfileDoesNotAskIsNotMissing() {
        var practice = given.provider(icb, "GP");
        round = test.published(nurse, "S11_WT", "Section 11 with a practice", APRIL);

        var standards = row(map("CLAIMED", null), practice).cells();
        assertThat(standards.get(5)).isInstanceOf(Cell.NotApplicable.class);
        assertThat(standards.get(0)).isInstanceOf(Cell.Missing.class);
        assertThat(row(map("CLAIMED", "S1"), practice).cells())
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(
                        Cell.Missing.class,
                        Cell.Missing.class,
                        Cell.NotApplicable.class,
                        Cell.NotApplicable.class,
                        Cell.Missing.class);
    }

    @Test
    void whatChangedIsSetAgainstEachOrganisationsOwnLastRound() {
        var next = test.published(nurse, "S11_WT", "Section 11 2027", LocalDate.of(2027, 4, 1));
        clock.standAt(LocalDate.of(2027, 4, 1));
        handIn(next, strong, "2");
        handIn(next, weak, "3");

        var map = maps.map(nurse.actor(), AsAt.PRESENT, next, new HeatMaps.Wanted("CLAIMED", null, true))
                .map();

        assertThat(row(map, strong).change()).isEqualTo(-33.0);
        assertThat(row(map, weak).change()).isEqualTo(67.0);
        assertThat(row(map, silent).change()).isNull();
        assertThat(map.changes().compared()).isEqualTo(2);
        assertThat(map.changes().better()).isEqualTo(1);
        assertThat(map.changes().worse()).isEqualTo(1);
        assertThat(map.changes().standards()).hasSize(10).allMatch(moved -> moved.better() == 1 && moved.worse() == 1);
    }

    @Test
    void aProviderNeverSeesTheMapAndACommitteeMemberDoes() {
        var wanted = new HeatMaps.Wanted("CLAIMED", null, false);

        assertThatThrownBy(() -> maps.map(named.actor(), AsAt.PRESENT, round, wanted))
                .isInstanceOfAny(RefusedException.class, HiddenException.class);
        for (var page : List.of("map", "map.csv", "variances")) {
            assertThat(given.get(named, "/assessments/rounds/%d/%s".formatted(round, page))
                            .statusCode())
                    .isBetween(403, 404);
            assertThat(given.get(member, "/assessments/rounds/%d/%s".formatted(round, page))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void pageAndFileShowTheSameWithLettersAndWords() {
        var page = Jsoup.parse(given.get(nurse, "/assessments/rounds/%d/map?view=CLAIMED".formatted(round))
                .body());
        var first = page.select("table.gt-grid tbody tr").first();
        assertThat(first.select("th").text()).isEqualTo(weak.name());
        assertThat(first.select("td").first().text()).isEqualTo("R 33 33, red");
        assertThat(page.select("td.ms")).hasSize(11);
        var csv = given.get(nurse, "/assessments/rounds/%d/map.csv?view=CLAIMED".formatted(round))
                .body();
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .startsWith("%s,%s,Handed in,Claimed,\"33, red\",,\"33, red\"".formatted(weak.code(), weak.name()));
        assertThat(given.get(nurse, "/assessments/rounds/%d/map?view=EFFECTIVE".formatted(round))
                        .statusCode())
                .isEqualTo(404);
    }
}
