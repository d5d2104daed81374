/// Frameworks and answers in the formats of others: FHIR R4 Questionnaire and QuestionnaireResponse, OSCAL catalogue.
@NamedInterface("exchange")
@NullMarked
package uk.goldenthread.assessments.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
