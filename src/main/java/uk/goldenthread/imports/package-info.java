/// Files that people upload: read safely, compared with what is known, reviewed, and only then applied whole or not at
/// all; and taken back as long as nothing later rests on them.
@ApplicationModule(allowedDependencies = {"kernel", "database", "ledger", "access", "catalogue", "shell", "shell :: *"})
@NullMarked
package uk.goldenthread.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
