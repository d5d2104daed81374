/// Who may do what: accounts, roles, sign-in, tokens, and the one policy that pages, lists, searches, exports and
/// papers
/// all ask.
@ApplicationModule(allowedDependencies = {"kernel", "database", "ledger", "catalogue", "shell", "shell :: *"})
@NullMarked
package uk.goldenthread.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
