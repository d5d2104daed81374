/// Tells what a file is by its content and refuses, in one sentence, what is not wanted or could do harm.
@NullMarked
package uk.goldenthread.evidence.intake;

import org.jspecify.annotations.NullMarked;
