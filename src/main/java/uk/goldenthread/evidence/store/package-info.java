/// SQL of evidence.
@NullMarked
package uk.goldenthread.evidence.store;

import org.jspecify.annotations.NullMarked;
