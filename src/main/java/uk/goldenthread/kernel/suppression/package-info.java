/// Small numbers: what of a table may be published so that nobody can be recognised in it.
@NullMarked
package uk.goldenthread.kernel.suppression;

import org.jspecify.annotations.NullMarked;
