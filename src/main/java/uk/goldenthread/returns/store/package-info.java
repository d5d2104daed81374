/// The SQL of returns.
@NullMarked
package uk.goldenthread.returns.store;

import org.jspecify.annotations.NullMarked;
