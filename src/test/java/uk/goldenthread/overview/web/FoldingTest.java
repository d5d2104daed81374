package uk.goldenthread.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private static final String ACCEPT = "Returns to accept";

    @Test
    void fourAlikeWithoutADayAreFoldedUnderTheirKind() {
        var folded = Folding.ALIKE.of(Stream.concat(undated(4), Stream.of(line("Levels to decide", "level", null)))
                .toList());

        assertThat(folded.shown()).extracting(HomePage.Line::what).containsExactly("level");
        assertThat(folded.folds()).extracting(Folding.Fold::summary).containsExactly("Returns to accept: 4");
        assertThat(folded.folds().getFirst().lines()).hasSize(4);
    }

    @Test
    void threeAlikeStandInTheList() {
        var folded = Folding.ALIKE.of(undated(3).toList());

        assertThat(folded.shown()).hasSize(3);
        assertThat(folded.folds()).isEmpty();
    }

    @Test
    void whatHasADayIsNeverFoldedHoweverManyAreAlike() {
        var dated = IntStream.range(0, 9)
                .mapToObj(at -> line(ACCEPT, "dated " + at, "by 3 March 2026"))
                .toList();

        var folded = Folding.ALIKE.of(Stream.concat(dated.stream(), undated(5)).toList());

        assertThat(folded.shown()).isEqualTo(dated);
        assertThat(folded.folds()).extracting(Folding.Fold::summary).containsExactly("Returns to accept: 5");
    }

    @Test
    void theLatestSixStandAndWhatWasDoneEarlierIsFolded() {
        var lines = undated(8).toList();

        var folded = Folding.EARLIER.of(lines);

        assertThat(folded.shown()).isEqualTo(lines.subList(0, 6));
        assertThat(folded.folds()).containsExactly(new Folding.Fold("2 more, done earlier", lines.subList(6, 8)));
        assertThat(Folding.EARLIER.of(lines.subList(0, 6)).folds()).isEmpty();
    }

    private static Stream<HomePage.Line> undated(int many) {
        return IntStream.range(0, many).mapToObj(at -> line(ACCEPT, "return " + at, null));
    }

    private static HomePage.Line line(String kind, String what, @Nullable String when) {
        return new HomePage.Line(kind, what, "a provider", when, false, "yours", "/returns/1");
    }

    @Test
    void nothingIsListedTwiceAndNothingIsLost() {
        var lines = Stream.concat(undated(7), Stream.of(line("Papers", "paper", "today")))
                .toList();

        for (var folding : List.of(Folding.values())) {
            var folded = folding.of(lines);
            var all = Stream.concat(
                    folded.shown().stream(), folded.folds().stream().flatMap(fold -> fold.lines().stream()));

            assertThat(all).containsExactlyInAnyOrderElementsOf(lines);
        }
    }
}
