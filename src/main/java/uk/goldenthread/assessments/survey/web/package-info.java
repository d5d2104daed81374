/// The pages of the practitioner survey: the open one that nobody signs in for, and what the ICB reads of
/// it.
@NullMarked
package uk.goldenthread.assessments.survey.web;

import org.jspecify.annotations.NullMarked;
