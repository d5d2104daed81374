/// What the Care Quality Commission says of those it inspects, in its own grades.
@NullMarked
package uk.goldenthread.kernel.regulator;

import org.jspecify.annotations.NullMarked;
