/// The small records the design-system templates in `src/main/jte/nhs` take: options, rows, cells, errors, tasks,
/// links.
@NamedInterface("components")
@NullMarked
package uk.goldenthread.shell.components;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
