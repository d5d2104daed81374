/// The rules people work under: the shipped ones with what each ICB decided itself laid over them, from a day and with
/// a
/// reason. Everything that judges a figure reads them here. (The catalogue itself stands below access and has no
/// pages.)
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "ledger", "access", "catalogue", "shell", "shell :: *", "notify"})
@NullMarked
package uk.goldenthread.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
