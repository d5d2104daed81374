/// What a rule answers: the thing asked for, or every reason why not, each with the clause it comes from.
@NullMarked
package uk.goldenthread.kernel.outcome;

import org.jspecify.annotations.NullMarked;
