/// The pages and the interface of returns.
@NullMarked
package uk.goldenthread.returns.web;

import org.jspecify.annotations.NullMarked;
