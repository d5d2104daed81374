/// FHIR R4 Questionnaire and QuestionnaireResponse: whether a response answers its questionnaire. Pure, over JSON
/// trees.
@NamedInterface("fhir")
@NullMarked
package uk.goldenthread.assessments.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
