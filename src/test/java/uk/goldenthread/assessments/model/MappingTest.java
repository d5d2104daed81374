package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.model.Criterion.Certainty;
import uk.goldenthread.assessments.model.Criterion.Origin;
import uk.goldenthread.assessments.model.Mapping.Given;
import uk.goldenthread.assessments.model.Mapping.Line;
import uk.goldenthread.assessments.model.Mapping.Relation;

/// What an answer may fill in another framework, and what it may not.
class MappingTest {
    private static final Line ONE = new Line("FROM", "1");
    private static final Line TWO = new Line("FROM", "2");
    private static final Line TARGET = new Line("TO", "9");

    @Test
    void whatSupportsCopiesEvidenceAloneAndWhatAnswersAPartItsWordsToo() {
        var supports = propose(Map.of(ONE, given("3", "words")), mapping(ONE, Relation.SUPPORTS));
        assertThat(supports.rating()).isNull();
        assertThat(supports.words()).isEmpty();
        assertThat(supports.evidence()).containsExactly("3.pdf");

        var partial = propose(Map.of(ONE, given("3", "words")), mapping(ONE, Relation.PARTIAL));
        assertThat(partial.rating()).isNull();
        assertThat(partial.words()).containsExactly("words");
    }

    @Test
    void aRatingIsCopiedToAnotherScaleOnlyWhereThatHasTheVerySamePoint() {
        var full = propose(Map.of(ONE, given("3", "")), mapping(ONE, Relation.EQUAL));
        assertThat(full.rating()).isEqualTo(Rating.of(RatingScale.RAG3, "G"));

        // two of three is 67, which red, amber, green has no point for
        var mostly = propose(Map.of(ONE, given("2", "")), mapping(ONE, Relation.EQUAL));
        assertThat(mostly.rating()).isNull();
        assertThat(mostly.conflict()).isFalse();
    }

    @Test
    void linesThatDisagreeProposeNoRatingAndSaySo() {
        var proposal = propose(
                Map.of(ONE, given("3", ""), TWO, given("0", "")),
                mapping(ONE, Relation.EQUAL),
                mapping(TWO, Relation.EQUAL));

        assertThat(proposal.rating()).isNull();
        assertThat(proposal.conflict()).isTrue();
        assertThat(proposal.evidence()).containsExactlyInAnyOrder("3.pdf", "0.pdf");
    }

    @Test
    void aProposalIsNoSurerThanItsLeastSureMapping() {
        var proposal = propose(
                Map.of(ONE, given("3", ""), TWO, given("3", "")),
                new Mapping(ONE, TARGET, Relation.EQUAL, Certainty.SEEN),
                new Mapping(TWO, TARGET, Relation.EQUAL, Certainty.UNSURE));

        assertThat(proposal.certainty()).isEqualTo(Certainty.UNSURE);
        assertThat(proposal.rating()).isEqualTo(Rating.of(RatingScale.RAG3, "G"));
    }

    @Test
    void aLineWithoutAMappedAnswerHasNoProposal() {
        assertThat(Mapping.propose(List.of(mapping(ONE, Relation.EQUAL)), Map.of(TWO, given("3", "")), target()))
                .isEmpty();
    }

    private static Mapping.Proposal propose(Map<Line, Given> given, Mapping... mappings) {
        return Mapping.propose(List.of(mappings), given, target()).getFirst();
    }

    private static Mapping mapping(Line from, Relation relation) {
        return new Mapping(from, TARGET, relation, Certainty.INFERRED);
    }

    private static Given given(String point, String words) {
        return new Given(Rating.of(RatingScale.S4_0_3, point), words, List.of(point + ".pdf"));
    }

    private static FrameworkEdition target() {
        var question = new Question("9", "Nine", new AnswerKind.Rated(RatingScale.RAG3), true, null);
        var criterion = new Criterion(
                question, Set.of("TRUST"), BigDecimal.ONE, false, new Origin("ours", Certainty.INFERRED), List.of());
        return new FrameworkEdition(
                "TO",
                "To",
                "1",
                LocalDate.of(2026, 4, 1),
                null,
                List.of(),
                List.of(new FrameworkEdition.Standard("S", "Standard", List.of(criterion))));
    }
}
