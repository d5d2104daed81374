/// Writes files that a spreadsheet cannot be tricked by and that this system reads back unchanged.
@NamedInterface("export")
@NullMarked
package uk.goldenthread.imports.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
