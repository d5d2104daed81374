/// Rules about posts and who holds them: pure functions over immutable values.
@NullMarked
package uk.goldenthread.organisations.model;

import org.jspecify.annotations.NullMarked;
