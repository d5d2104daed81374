/// Looking: Home with its three lists, the assurance map, and everything known of one provider on one page. Reads other
/// modules through their published views and work sources; changes nothing but when a person last looked.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ledger",
            "access",
            "catalogue",
            "shell",
            "shell :: *",
            "imports",
            "imports :: *",
            "organisations",
            "notify",
            "rulebook",
            "thread",
            "figures",
            "concerns",
            "concerns :: model"
        })
@NullMarked
package uk.goldenthread.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
