package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Scoring.Item;
import uk.goldenthread.assessments.model.Scoring.Standard;

/// What holds of every score whatever was answered.
class ScoringPropertyTest {
    @Property
    void aScoreLiesBetweenTheLeastAndTheGreatestOfItsCriteria(
            @ForAll("returns") List<Standard> standards, @ForAll View view) {
        for (var result : results(standards, view)) {
            if (result.score() == null) {
                continue;
            }
            var own = standards.stream()
                    .filter(standard ->
                            result.code().equals("*") || result.code().equals(standard.code()))
                    .flatMap(standard -> standard.items().stream())
                    .flatMap(item -> item.judgement().in(view).stream())
                    .flatMap(rating -> rating instanceof Rating.Scored scored
                            ? Stream.of(scored.point().normalised())
                            : Stream.empty())
                    .toList();
            assertThat(result.score()).isBetween(score(Collections.min(own)), score(Collections.max(own)));
        }
    }

    @Property
    void aCriterionThatDoesNotApplyChangesNothingButTheWeights(
            @ForAll("returns") List<Standard> standards, @ForAll View view) {
        var without = standards.stream()
                .map(standard -> new Standard(
                        standard.code(),
                        standard.weight(),
                        standard.items().stream()
                                .filter(item ->
                                        !(item.judgement().in(view).orElse(null) instanceof Rating.NotApplicable))
                                .toList()))
                .toList();

        assertThat(results(standards, view)).isEqualTo(results(without, view));
    }

    @Property
    void aModeratedRatingBeatsTheClaim(
            @ForAll("returns") List<Standard> standards,
            @ForAll("ratings") Rating moderated,
            @ForAll("ratings") Rating other) {
        var one = changed(standards, item -> item.judgement().moderated(moderated));
        var two = changed(standards, item -> Judgement.claim(other).moderated(moderated));

        assertThat(results(one, View.EFFECTIVE)).isEqualTo(results(two, View.EFFECTIVE));
    }

    @Property
    void theOrderOfCriteriaAndStandardsDoesNotMatter(
            @ForAll("returns") List<Standard> standards, @ForAll View view, @ForAll long seed) {
        var shuffled = new ArrayList<Standard>();
        for (var standard : standards) {
            var items = new ArrayList<>(standard.items());
            Collections.shuffle(items, new Random(seed));
            shuffled.add(new Standard(standard.code(), standard.weight(), items));
        }
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(results(shuffled, view)).containsExactlyInAnyOrderElementsOf(results(standards, view));
    }

    @Property
    void raisingOneCriterionNeverLowersAScore(
            @ForAll("returns") List<Standard> standards, @ForAll View view, @ForAll long seed) {
        var random = new Random(seed);
        int s = random.nextInt(standards.size());
        int c = random.nextInt(standards.get(s).items().size());
        var chosen = standards.get(s).items().get(c).judgement();
        Assume.that(chosen.claimed() instanceof Rating.Scored);
        var claimed = (Rating.Scored) chosen.claimed();
        var points = claimed.scale().points();
        int at = points.indexOf(claimed.point());
        Assume.that(at < points.size() - 1);
        var raised = new Rating.Scored(claimed.scale(), points.get(at + 1));

        var items = new ArrayList<>(standards.get(s).items());
        items.set(
                c,
                with(items.get(c), new Judgement(raised, chosen.evidenced(), chosen.moderated(), chosen.accepted())));
        var after = new ArrayList<>(standards);
        after.set(s, new Standard(standards.get(s).code(), standards.get(s).weight(), items));

        var before = results(standards, view);
        var now = results(after, view);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).score() != null) {
                assertThat(now.get(i).score())
                        .isGreaterThanOrEqualTo(before.get(i).score());
            }
        }
    }

    @Property
    void whatIsEvidencedIsNeverMoreThanWhatIsClaimed(@ForAll("returns") List<Standard> standards) {
        var claimed = results(standards, View.CLAIMED);
        var evidenced = results(standards, View.EVIDENCED);
        for (int i = 0; i < claimed.size(); i++) {
            if (claimed.get(i).score() != null) {
                assertThat(evidenced.get(i).score())
                        .isLessThanOrEqualTo(claimed.get(i).score());
            }
        }
    }

    @Provide
    Arbitrary<Rating> ratings() {
        Arbitrary<Rating> scored = Arbitraries.of(RatingScale.values())
                .flatMap(scale -> Arbitraries.of(scale.points()).map(point -> new Rating.Scored(scale, point)));
        Arbitrary<Rating> left = Arbitraries.just(new Rating.NotApplicable("does not apply"));
        return Arbitraries.frequencyOf(Tuple.of(5, scored), Tuple.of(1, left));
    }

    @Provide
    Arbitrary<List<Standard>> returns() {
        var judgements = Combinators.combine(
                        ratings(),
                        Arbitraries.of(true, false),
                        ratings().injectNull(0.5),
                        ratings().injectNull(0.5))
                .as(Judgement::new);
        var items = Combinators.combine(Arbitraries.integers().between(1, 100), Arbitraries.of(true, false), judgements)
                .as((weight, critical, judgement) -> new Item("c", BigDecimal.valueOf(weight), critical, judgement));
        return items.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(lists -> {
                    var standards = new ArrayList<Standard>();
                    for (var list : lists) {
                        standards.add(new Standard("S" + standards.size(), BigDecimal.ONE, list));
                    }
                    return List.copyOf(standards);
                });
    }

    private static List<Scoring.Result> results(List<Standard> standards, View view) {
        var card = Scoring.DEFAULT.score(standards, view);
        var all = new ArrayList<>(card.standards());
        all.add(card.overall());
        return all;
    }

    private static List<Standard> changed(List<Standard> standards, Function<Item, Judgement> change) {
        return standards.stream()
                .map(standard -> new Standard(
                        standard.code(),
                        standard.weight(),
                        standard.items().stream()
                                .map(item -> with(item, change.apply(item)))
                                .toList()))
                .toList();
    }

    private static Item with(Item item, Judgement judgement) {
        return new Item(item.criterion(), item.weight(), item.critical(), judgement);
    }

    private static Score score(int normalised) {
        return Score.of(BigDecimal.valueOf(normalised));
    }
}
