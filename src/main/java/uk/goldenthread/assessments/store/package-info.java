/// The SQL of self-assessment.
@NullMarked
package uk.goldenthread.assessments.store;

import org.jspecify.annotations.NullMarked;
