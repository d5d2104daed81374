/// Statutory and policy time limits: definitions as data, deadlines and readings worked out from them, never stored.
@NullMarked
package uk.goldenthread.kernel.clocks;

import org.jspecify.annotations.NullMarked;
