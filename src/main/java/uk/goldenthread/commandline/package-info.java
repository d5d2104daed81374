/// The command line: the pure core over CSV files, started in under a second; and care of the ledger and its backup.
@NullMarked
package uk.goldenthread.commandline;

import org.jspecify.annotations.NullMarked;
