/// What a return is and may become: states, the rules of a line, lateness and lock. Pure.
@NullMarked
package uk.goldenthread.returns.model;

import org.jspecify.annotations.NullMarked;
