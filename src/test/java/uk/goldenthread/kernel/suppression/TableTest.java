package uk.goldenthread.kernel.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    private static final Profile UNROUNDED = new Profile("UNROUNDED", 5, 1, true, false, "<5", 10);
    private static final Profile ROUNDING_5 = new Profile("ROUNDING_5", 5, 5, false, false, "<5", 10);
    private static final Profile ROUNDING_10 = new Profile("ROUNDING_10", 5, 10, false, false, "<5", 10);

    @Test
    void theDomainReferencesExampleComesOutAsWorked() {
        var table = table(3, 12, 0, 7, 25);

        assertThat(table.publish(UNROUNDED)).isEqualTo(new Table.Published(List.of("<5", "12", "0", "*", "25"), "47"));
        assertThat(table.publish(ROUNDING_5)).isEqualTo(new Table.Published(List.of("<5", "10", "0", "5", "25"), "45"));
    }

    @Test
    void withoutATotalNoSecondCellHasToBeHidden() {
        var published = new Table(List.of(3L, 12L, 7L), null).publish(UNROUNDED);

        assertThat(published).isEqualTo(new Table.Published(List.of("<5", "12", "7"), null));
    }

    @Test
    void twoHiddenCountsProtectEachOtherUnlessTheirSumGivesThemAway() {
        assertThat(table(2, 3, 20).publish(UNROUNDED).cells()).containsExactly("<5", "<5", "20");
        assertThat(table(1, 1, 20).publish(UNROUNDED).cells()).containsExactly("<5", "<5", "*");
        assertThat(table(4, 4, 20, 9).publish(UNROUNDED).cells()).containsExactly("<5", "<5", "20", "*");
    }

    @Test
    void aSecondCellThatWouldGiveTheFirstAwayIsNotEnough() {
        // 6 hidden: a second cell is at least 5, so the first could only be 1.
        assertThat(table(1, 5, 9).publish(UNROUNDED)).isEqualTo(new Table.Published(List.of("<5", "*", "*"), "15"));
    }

    @Test
    void whereNoFurtherCellIsLeftTheTotalIsHidden() {
        assertThat(table(1, 5, 0).publish(UNROUNDED)).isEqualTo(new Table.Published(List.of("<5", "*", "0"), "*"));
        assertThat(table(3, 0).publish(UNROUNDED)).isEqualTo(new Table.Published(List.of("<5", "0"), "<5"));
    }

    @Test
    void noughtIsShownUnlessTheProfileHidesIt() {
        assertThat(UNROUNDED.count(0)).isEqualTo("0");
        assertThat(new Profile("STRICT", 5, 1, true, true, "<5", 10).count(0)).isEqualTo("<5");
    }

    @ParameterizedTest
    @CsvSource({"4, <5, <5", "5, 5, 10", "7, 5, 10", "8, 10, 10", "14, 15, 10", "15, 15, 20", "44, 45, 40"})
    void countsRoundToTheNearest(long count, String fives, String tens) {
        assertThat(ROUNDING_5.count(count)).isEqualTo(fives);
        assertThat(ROUNDING_10.count(count)).isEqualTo(tens);
    }

    @ParameterizedTest
    @CsvSource({"3, 9, n<10", "3, 20, *", "18, 20, *", "10, 20, 50.0%", "0, 20, 0.0%", "20, 20, 100.0%", "7, 21, 33.3%"
    })
    void aPercentageOfFewOrOfASmallCountIsHidden(long numerator, long denominator, String text) {
        assertThat(UNROUNDED.percentage(numerator, denominator)).isEqualTo(text); // BR-90
    }

    @Test
    void aTableThatDoesNotAddUpIsRefused() {
        assertThatThrownBy(() -> new Table(List.of(3L, 4L), 8L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Table(List.of(-1L), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Profile("P", 5, 3, true, false, "<5", 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UNROUNDED.percentage(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void noReaderCanWorkASmallCountOut(@ForAll @Size(min = 1, max = 4) List<@IntRange(max = 12) Integer> counts) {
        var cells = counts.stream().mapToLong(Integer::longValue).toArray();
        var published = table(cells).publish(UNROUNDED);
        if (!published.cells().contains("<5") || published.total().matches("<5|\\*")) {
            return;
        }

        // Every table of small numbers that would look the same is one a reader must reckon with.
        long total = LongStream.of(cells).sum();
        for (int i = 0; i < cells.length; i++) {
            if (published.cells().get(i).equals("<5")) {
                var possible = new HashSet<Long>();
                collect(published.cells(), 0, total, new long[cells.length], i, possible);
                assertThat(possible)
                        .as("%s of %s", published, Arrays.toString(cells))
                        .hasSizeGreaterThan(1);
            }
        }
    }

    private static void collect(
            List<String> texts, int at, long left, long[] guess, int wanted, HashSet<Long> possible) {
        if (at == texts.size()) {
            if (left == 0) {
                possible.add(guess[wanted]);
            }
            return;
        }
        var text = texts.get(at);
        long from = text.equals("<5") ? 1 : text.equals("*") ? 5 : Long.parseLong(text);
        long to = text.equals("<5") ? 4 : text.equals("*") ? left : from;
        for (long value = from; value <= to; value++) {
            guess[at] = value;
            collect(texts, at + 1, left - value, guess, wanted, possible);
        }
    }

    private static Table table(long... cells) {
        return new Table(
                LongStream.of(cells).boxed().toList(), LongStream.of(cells).sum());
    }
}
