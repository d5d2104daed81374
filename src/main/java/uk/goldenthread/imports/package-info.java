/// Files that people upload: read safely, compared with what is known, and only then offered for approval.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package uk.goldenthread.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
