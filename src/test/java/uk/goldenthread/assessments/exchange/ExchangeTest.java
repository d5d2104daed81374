package uk.goldenthread.assessments.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.FrameworkFile;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.fhir.FhirJson;
import uk.goldenthread.assessments.fhir.ResponseCheck;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.RatingScale;

/// Frameworks written in others' formats come back unchanged, and mean the same to those who read them.
class ExchangeTest {
    private static final OscalCatalog.Defaults DEFAULTS =
            new OscalCatalog.Defaults("X", RatingScale.MPN, Set.of("ICB"), LocalDate.of(2000, 1, 1));

    private static final FrameworkEdition CONDITIONAL =
            FrameworkFile.read("own.yaml", """
                    code: OWN
                    name: Our own
                    edition: "2"
                    validFrom: 2026-04-01
                    validTo: 2027-04-01
                    source: ours
                    confidence: KNOWN
                    scale: MPN
                    applies: [TRUST, GP]
                    basis: [Care Act 2014]
                    standards:
                      - code: A
                        name: One
                        criteria:
                          - code: A1
                            text: First
                            weight: 12.5
                            critical: true
                            questions:
                              - { code: beds, text: Any beds, answer: YES_NO, required: true }
                              - code: many
                                text: How many
                                answer: NUMBER
                                required: true
                                when: { all: [ { question: A1, operator: AT_LEAST, value: P }, { question: beds, value: "YES" } ] }
                              - { code: kind, text: Which, answer: CHOICE, options: [ward, hospice, other] }
                              - code: since
                                text: Since when
                                answer: DAY
                                when: { any: [ { question: kind, operator: IS_NOT, value: other }, { question: many, operator: AT_LEAST, value: "20" } ] }
                              - code: why
                                text: Why
                                answer: WORDS
                                required: true
                                when: { all: [ { question: A1, operator: IS_NOT, value: M } ] }
                          - { code: A2, text: Second, applies: [TRUST], source: theirs, confidence: SEEN }
                    """, _ -> false).orElseThrow();

    @Test
    void everyFrameworkComesBackUnchangedFromBothFormats() {
        var editions = new ArrayList<>(Frameworks.load().editions());
        editions.add(CONDITIONAL);

        for (var edition : editions) {
            var oscal = FhirJson.read(OscalCatalog.write(edition).toString()).orElseThrow();
            assertThat(OscalCatalog.read(oscal, DEFAULTS).orElseThrow()).isEqualTo(edition);
            var fhir =
                    FhirJson.read(FhirQuestionnaire.write(edition).toString()).orElseThrow();
            assertThat(FhirReading.read(fhir, Set.of("ICB")).orElseThrow()).isEqualTo(edition);
        }
    }

    @Test
    void whatIsShownToUsIsWhatTheQuestionnaireAsksOfAnybodyElse() {
        // handed in with every shown and required question answered, under every rating and answer of the first two
        for (var rating : new String[] {"M", "P", "N", "NA"}) {
            for (var beds : new String[] {"YES", "NO"}) {
                var answers = new LinkedHashMap<String, String>();
                answers.putAll(Map.of("A1", rating, "beds", beds, "many", "12.5", "kind", "ward"));
                answers.putAll(Map.of("since", "2026-05-01", "why", "Because", "A2", "M"));
                var edition = CONDITIONAL.askedOf("TRUST");
                var shown = edition.shown("TRUST", answers);
                var response = FhirAnswers.write(edition, answers, shown, true);

                var verdict = ResponseCheck.of(FhirQuestionnaire.write(edition), response);
                assertThat(verdict.issues()).as("%s %s", rating, beds).isEmpty();
                answers.keySet().retainAll(shown);
                assertThat(FhirAnswers.read(response)).isEqualTo(answers);

                var hidden = new LinkedHashMap<>(answers);
                hidden.putAll(Map.of("many", "3", "why", "Nobody asked"));
                var everything = FhirAnswers.write(edition, hidden, Set.of("A1", "beds", "many", "why", "A2"), true);
                assertThat(ResponseCheck.of(FhirQuestionnaire.write(edition), everything)
                                .valid())
                        .as("%s %s with what is not shown", rating, beds)
                        .isEqualTo(shown.contains("many") && shown.contains("why"));
            }
        }
    }

    @Test
    void whatIsMissingIsFoundAndWhatDoesNotConcernSomebodyIsNotAsked() {
        var answers = Map.of("A1", "M", "beds", "NO");
        var practice = CONDITIONAL.askedOf("GP");
        var trust = CONDITIONAL.askedOf("TRUST");

        assertThat(check(practice, answers)).isTrue();
        assertThat(check(trust, answers))
                .as("A2 is asked of trusts and was not answered")
                .isFalse();
        assertThat(check(practice, Map.of())).as("a whole standard left out").isFalse();
    }

    @Test
    void aQuestionnaireThatIsNoFrameworkIsRefusedWithEveryReason() {
        var questionnaire = FhirJson.read("""
                {"resourceType": "Questionnaire", "url": "urn:x", "effectivePeriod": {"start": "2026-04-01"}, "item": [
                  {"linkId": "g", "type": "group", "item": [
                    {"linkId": "lost", "type": "boolean"},
                    {"linkId": "r", "type": "choice", "answerOption": [{"valueCoding": {"code": "R"}},
                      {"valueCoding": {"code": "A"}}, {"valueCoding": {"code": "G"}}],
                      "enableWhen": [{"question": "lost", "operator": "<", "answerInteger": 3}]}]}]}
                """).orElseThrow();

        assertThat(FhirReading.read(questionnaire, Set.of("ICB")).reasons())
                .extracting(reason -> reason.field())
                .containsExactly("version", "lost", "r");
    }

    private static boolean check(FrameworkEdition edition, Map<String, String> answers) {
        var response = FhirAnswers.write(edition, answers, answers.keySet(), true);
        return ResponseCheck.of(FhirQuestionnaire.write(edition), response).valid();
    }
}
