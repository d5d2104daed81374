/// A round at a glance: every organisation against every standard in one view at a time, and how far
/// judgements lie
/// from claims.
@NullMarked
package uk.goldenthread.assessments.map;

import org.jspecify.annotations.NullMarked;
