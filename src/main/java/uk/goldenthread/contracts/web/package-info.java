/// Pages of contracts.
@NullMarked
package uk.goldenthread.contracts.web;

import org.jspecify.annotations.NullMarked;
