/// What a file would change, worked out before anything is changed, and how to take it back.
@NamedInterface("changeset")
@NullMarked
package uk.goldenthread.imports.changeset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
