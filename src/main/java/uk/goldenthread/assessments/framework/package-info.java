/// The library of frameworks: what is shipped and what an ICB published itself, read from a spreadsheet, checked,
/// drawn,
/// and its editions laid side by side.
@NamedInterface("framework")
@NullMarked
package uk.goldenthread.assessments.framework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
