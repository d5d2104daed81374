/// The pages on which the ICB judges a self-assessment beside its claim.
@NullMarked
package uk.goldenthread.assessments.moderation.web;

import org.jspecify.annotations.NullMarked;
