/// A document as blocks, drawn as page, PDF and Word from the same: for papers and reports alike.
@NamedInterface("document")
@NullMarked
package uk.goldenthread.shell.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
