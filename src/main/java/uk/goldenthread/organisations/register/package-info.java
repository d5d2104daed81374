/// The NHS organisation register's files as imports: what a row means for the directory, and doing it.
@NullMarked
package uk.goldenthread.organisations.register;

import org.jspecify.annotations.NullMarked;
