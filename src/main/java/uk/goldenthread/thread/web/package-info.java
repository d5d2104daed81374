/// Pages of the thread.
@NullMarked
package uk.goldenthread.thread.web;

import org.jspecify.annotations.NullMarked;
