/// Statistical process control: XmR charts as the NHS's Making Data Count draws them, over plain arrays.
@NullMarked
package uk.goldenthread.kernel.spc;

import org.jspecify.annotations.NullMarked;
