/// The one row shape in which providers' figures arrive, whatever carries them.
@NamedInterface("returns")
@NullMarked
package uk.goldenthread.imports.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
