/// The pages of early warning and of the ladder.
@NullMarked
package uk.goldenthread.concerns.web;

import org.jspecify.annotations.NullMarked;
