package uk.goldenthread.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Mapping.Given;
import uk.goldenthread.assessments.model.Mapping.Line;
import uk.goldenthread.assessments.model.Mapping.Relation;
import uk.goldenthread.assessments.model.Rating;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.catalogue.CatalogueProblem;

class FrameworksTest {
    private static final Frameworks SHIPPED = Frameworks.load();

    private static final String HEAD = """
            code: OWN
            name: Our own
            edition: "1"
            validFrom: 2026-04-01
            source: ours
            confidence: INFERRED
            scale: MPN
            applies: [TRUST, GP]
            standards:
              - code: A
                name: One
                criteria:
            """;

    @Test
    void everyShippedFrameworkHasTheStandardsAndCriteriaOfTheReference() {
        var section11 = SHIPPED.find("S11_WT").orElseThrow();
        assertThat(section11.standards())
                .hasSize(10)
                .allSatisfy(standard -> assertThat(standard.criteria()).hasSize(5));
        assertThat(section11.criteria().map(Criterion::weight)).containsOnly(new BigDecimal("20"));
        assertThat(section11.criterion("8.3").orElseThrow().rated().text())
                .isEqualTo("The LADO is contacted within one working day in every case");
        assertThat(SHIPPED.find("MGP_LAC").orElseThrow().standards()).hasSize(9);
        assertThat(SHIPPED.find("ADULT_SAAF").orElseThrow().standards()).hasSize(7);
        assertThat(SHIPPED.find("ADULT_SAAF").orElseThrow().criteria().map(Criterion::scale))
                .containsOnly(RatingScale.RAG3);
        assertThat(SHIPPED.find("JSAF").orElseThrow().standards()).hasSize(12);
    }

    @Test
    void threeEditionsOfTheNationalFrameworkFollowEachOtherWithoutAGap() {
        assertThat(SHIPPED.duties()).hasSize(3);
        for (int i = 1; i < 3; i++) {
            assertThat(SHIPPED.duties().get(i).inForce().from())
                    .isEqualTo(SHIPPED.duties().get(i - 1).inForce().to());
            assertThat(SHIPPED.duties().get(2).requirementCodes())
                    .containsAll(SHIPPED.duties().get(i - 1).requirementCodes());
        }
        assertThat(SHIPPED.duties().get(2).inForce().to()).isNull();
    }

    @Test
    void everyLineOfTheJointAssessmentIsMappedAndSaysTheWordsOfWhatItEquals() {
        var joint = SHIPPED.find("JSAF").orElseThrow();
        var mapped = SHIPPED.mappings().stream()
                .map(mapping -> mapping.from().code())
                .collect(Collectors.toSet());

        assertThat(joint.criteria().map(Criterion::code)).allMatch(mapped::contains);
        var equals = new HashSet<Line>();
        for (var mapping : SHIPPED.mappings()) {
            if (mapping.relation() == Relation.EQUAL) {
                assertThat(equals.add(mapping.to()))
                        .as("%s is equalled once", mapping.to())
                        .isTrue();
            }
        }
    }

    @Test
    void oneJointReturnFillsTheOthersToTheMappedExtentWithItsProvenance() {
        // D1.1 equals Section 11 line 1.1; D3.1 bears in part on the adult lines A2.1 and A5.2
        var given = Map.of(
                new Line("JSAF", "D1.1"),
                new Given(Rating.of(RatingScale.S4_0_3, "2"), "Our chief nurse leads", List.of("portfolio.pdf")),
                new Line("JSAF", "D3.1"),
                new Given(Rating.of(RatingScale.S4_0_3, "3"), "All in date", List.of("register.xlsx")));

        var section11 = Mapping.propose(
                SHIPPED.mappings(), given, SHIPPED.find("S11_WT").orElseThrow());
        assertThat(section11).singleElement().satisfies(proposal -> {
            assertThat(proposal.line()).isEqualTo(new Line("S11_WT", "1.1"));
            assertThat(proposal.rating()).isEqualTo(Rating.of(RatingScale.S4_0_3, "2"));
            assertThat(proposal.words()).containsExactly("Our chief nurse leads");
            assertThat(proposal.evidence()).containsExactly("portfolio.pdf");
            assertThat(proposal.provenance()).hasSize(1);
            assertThat(proposal.certainty()).isEqualTo(Criterion.Certainty.INFERRED);
        });
        var adults = Mapping.propose(
                SHIPPED.mappings(), given, SHIPPED.find("ADULT_SAAF").orElseThrow());
        assertThat(adults).extracting(proposal -> proposal.line().code()).containsExactly("A2.1", "A5.2");
        assertThat(adults).allSatisfy(proposal -> {
            assertThat(proposal.rating()).isNull();
            assertThat(proposal.words()).containsExactly("All in date");
            assertThat(proposal.evidence()).containsExactly("register.xlsx");
        });
    }

    @Test
    void aDuplicateAnUnknownScaleAndAMissingEditionAreRefusedWithTheirLines() {
        var text = (HEAD + """
                      - { code: A1, text: First }
                      - { code: A1, text: Again }
                      - { code: A2, text: Second, scale: STARS }
                  - code: B
                    name: Two
                    criteria:
                      - { code: A2, text: In another standard }
                """).replace("edition: \"1\"\n", "");

        var read = FrameworkFile.read("own.yaml", text, _ -> false);

        assertThat(read.edition()).isNull();
        assertThat(read.problems().stream().map(CatalogueProblem::toString))
                .containsExactly(
                        "own.yaml:1: missing key \"edition\" in OWN",
                        "own.yaml:13: duplicate code \"A1\", first on line 12",
                        "own.yaml:14: unknown scale \"STARS\"",
                        "own.yaml:18: duplicate code \"A2\"");
    }

    @Test
    void loopsDeadEndsAndImpossibleConditionsAreRefusedWithTheirLines() {
        var read = lint("""
                      - code: A1
                        text: First
                        questions:
                          - { code: Q1, text: Any beds, answer: YES_NO }
                          - code: Q2
                            text: How many
                            answer: NUMBER
                            when: { all: [ { question: Q1, value: MAYBE } ] }
                          - code: Q3
                            text: Where
                            answer: WORDS
                            when: { all: [ { question: Q2, operator: ANSWERED } ] }
                          - code: Q4
                            text: A
                            answer: YES_NO
                            when: { all: [ { question: Q5, value: "YES" } ] }
                          - code: Q5
                            text: B
                            answer: YES_NO
                            when: { all: [ { question: Q4, value: "YES" } ] }
                          - code: Q6
                            text: C
                            answer: WORDS
                            when: { all: [ { question: Q1, value: "YES" }, { question: Q1, value: "NO" } ] }
                          - code: Q7
                            text: D
                            answer: WORDS
                            when: { any: [ { question: NONE, value: "YES" }, { question: Q1, value: "YES" } ] }
                """);

        assertThat(read.stream().map(problem -> problem.line() + " " + problem.message()))
                .containsExactly(
                        "20 \"MAYBE\" is no answer to \"Q1\"",
                        "20 unreachable: the condition of \"Q2\" can never hold",
                        "24 unreachable: \"Q3\" is shown only after a question that nobody can reach",
                        "28 loop: whether \"Q4\" is shown depends on itself",
                        "32 loop: whether \"Q5\" is shown depends on itself",
                        "36 unreachable: the condition of \"Q6\" can never hold",
                        "40 no question \"NONE\" for the condition of \"Q7\"");
    }

    @Test
    void aMissingScaleAnUnmappedLineAndAMappingToNothingAreRefused() {
        var text = (HEAD + """
                      - { code: A1, text: First }
                      - code: A2
                        text: Second
                        maps: [ { to: S11_WT/99.9, relation: EQUAL } ]
                      - code: A3
                        text: Third
                        maps: [ { to: S11_WT/1.1, relation: EQUAL }, { to: SC32, relation: SUPPORTS } ]
                """)
                .replace("scale: MPN\n", "everyLineMapped: true\n")
                .replace("name: Our own", "name: Our own\nclauses: [SC32]");

        var messages = FrameworkFile.read("own.yaml", text, SHIPPED.lines()).problems().stream()
                .map(problem -> problem.line() + " " + problem.message())
                .toList();

        assertThat(messages)
                .contains(
                        "14 missing scale in A1: give one here or for the whole framework",
                        "14 unmapped: A1 is mapped to no line of another framework",
                        "17 no line \"S11_WT/99.9\" to map to")
                .noneMatch(message -> message.contains("1.1\"") || message.contains("SC32"));
    }

    @Test
    void aQuestionIsShownToThoseItAppliesToOnceWhatItDependsOnIsShownAndAnsweredSo() {
        var edition = FrameworkFile.read("own.yaml", HEAD + """
                      - code: A1
                        text: First
                        questions:
                          - { code: Q1, text: Any beds, answer: YES_NO, when: { all: [ { question: A1, operator: AT_LEAST, value: P } ] } }
                          - { code: Q2, text: How many, answer: NUMBER, when: { all: [ { question: Q1, value: "YES" } ] } }
                      - { code: A2, text: Trusts only, applies: [TRUST] }
                """, _ -> false).orElseThrow();

        assertThat(edition.shown("TRUST", Map.of())).containsExactly("A1", "A2");
        assertThat(edition.shown("GP", Map.of("A1", "P"))).containsExactly("A1", "Q1");
        assertThat(edition.shown("GP", Map.of("A1", "M", "Q1", "YES"))).containsExactly("A1", "Q1", "Q2");
        // the answer to a question no longer shown counts for nothing
        assertThat(edition.shown("GP", Map.of("A1", "N", "Q1", "YES"))).containsExactly("A1");
        assertThat(edition.shown("GP", Map.of("A1", "NA", "Q1", "YES"))).containsExactly("A1");
    }

    private static List<CatalogueProblem> lint(String criteria) {
        return FrameworkFile.read("own.yaml", HEAD + criteria, _ -> false).problems();
    }
}
