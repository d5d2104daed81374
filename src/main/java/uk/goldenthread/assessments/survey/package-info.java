/// The anonymous survey of practitioners beside a round: whether what leaders claim is what their people
/// know.
@NullMarked
package uk.goldenthread.assessments.survey;

import org.jspecify.annotations.NullMarked;
