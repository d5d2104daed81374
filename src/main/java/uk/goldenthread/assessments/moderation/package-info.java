/// The ICB's side of self-assessment: judging beside the claim, the challenge event, agreement, and the
/// closing of a round.
@NamedInterface("moderation")
@NullMarked
package uk.goldenthread.assessments.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
