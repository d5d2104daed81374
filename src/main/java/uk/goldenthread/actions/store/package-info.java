/// The SQL of the register of actions.
@NullMarked
package uk.goldenthread.actions.store;

import org.jspecify.annotations.NullMarked;
