/// The command line: the pure core over CSV files, without server or database, started in under a second.
@NullMarked
package uk.goldenthread.commandline;

import org.jspecify.annotations.NullMarked;
