/// The rules of early warning and of the ladder: pure functions from series, returns and reviews to
/// findings, scores and
/// moves, each with its reasons in words.
@NamedInterface("model")
@NullMarked
package uk.goldenthread.concerns.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
