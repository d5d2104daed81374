package uk.goldenthread.papers.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.Baselines;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.papers.PaperFixtures;
import uk.goldenthread.papers.model.PaperData.ProviderState;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// A paper of a period that others have followed judges a series as its own chart does: by the rebased limits.
@GoldenThreadTest
class PaperRebasesTest {
    @Autowired
    Given given;

    @Autowired
    PaperFixtures fixtures;

    @Autowired
    MeasureAssembly assembly;

    @Autowired
    Baselines baselines;

    @Autowired
    UnitOfWork work;

    /// June 2023 to May 2024 near 90 %, the twelve months after it near 70 %, and June 2025 after the paper's month.
    /// The
    /// last seven lie below the mean of all 24, and on both sides of the mean of the last twelve.
    @Test
    void aRebaseBeforeThePeriodsEndIsUsedWhenTheSeriesIsWorkedOutAgain() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        fixtures.training(
                icb,
                trust,
                IntStream.range(0, 25)
                        .map(month -> (month < 12 ? 180 : 140) + (month % 2 == 0 ? 1 : -1))
                        .toArray());
        assertThat(may(nurse).variation()).isEqualTo("CONCERN_LOW");

        baselines
                .set(
                        nurse.actor(),
                        new SeriesKey(icb.id(), trust.id(), "K03"),
                        LocalDate.of(2024, 6, 1),
                        "The training system counts agency staff from June 2024")
                .orElseThrow();

        assertThat(may(nurse).variation()).isEqualTo("COMMON_CAUSE");
        assertThat(may(nurse).basis()).isEqualTo("FULL");
    }

    private ProviderState may(Given.Person nurse) {
        var actor = nurse.actor();
        var measures = work.read(actor.scope(), () -> assembly.assemble(actor.icb(), Month.of(2025, 5), List.of()));
        return measures.getFirst().states().getFirst();
    }
}
