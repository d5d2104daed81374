/// What forms that save as one types share: which fields a person touched, and what their page is told.
@NamedInterface("forms")
@NullMarked
package uk.goldenthread.shell.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
