/// SQL of contracts.
@NullMarked
package uk.goldenthread.contracts.store;

import org.jspecify.annotations.NullMarked;
