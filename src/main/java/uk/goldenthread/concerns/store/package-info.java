/// The module's SQL.
@NullMarked
package uk.goldenthread.concerns.store;

import org.jspecify.annotations.NullMarked;
