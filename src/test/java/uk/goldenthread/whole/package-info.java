/// What only the whole system can show: the demonstration looked at, the application killed.
@NullMarked
package uk.goldenthread.whole;

import org.jspecify.annotations.NullMarked;
