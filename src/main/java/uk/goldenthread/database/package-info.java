/// The database: embedded PostgreSQL that is really durable, migrations, and the unit of work that tells row-level
/// security who acts. Nothing here knows what the rows mean.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package uk.goldenthread.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
