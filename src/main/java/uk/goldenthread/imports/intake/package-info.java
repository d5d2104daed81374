/// Turns an uploaded CSV or Excel file into rows of text, or says in one sentence why it will not.
@NamedInterface("intake")
@NullMarked
package uk.goldenthread.imports.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
