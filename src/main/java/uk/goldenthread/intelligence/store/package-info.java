/// SQL of soft intelligence and of what the regulator published.
@NullMarked
package uk.goldenthread.intelligence.store;

import org.jspecify.annotations.NullMarked;
