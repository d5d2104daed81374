/// Words compared with words.
@NullMarked
package uk.goldenthread.kernel.words;

import org.jspecify.annotations.NullMarked;
