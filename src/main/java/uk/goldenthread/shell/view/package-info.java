/// How a controller's model becomes a page: the frame every page stands in, and the adapter from Spring MVC to
/// precompiled JTE templates.
@NamedInterface("view")
@NullMarked
package uk.goldenthread.shell.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
