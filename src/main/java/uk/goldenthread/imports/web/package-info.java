/// The pages and the interface of imports.
@NullMarked
package uk.goldenthread.imports.web;

import org.jspecify.annotations.NullMarked;
