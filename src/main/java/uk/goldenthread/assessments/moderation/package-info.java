/// The ICB's side of self-assessment: judging beside the claim, the challenge event, agreement, and the
/// closing of a round.
@NullMarked
package uk.goldenthread.assessments.moderation;

import org.jspecify.annotations.NullMarked;
