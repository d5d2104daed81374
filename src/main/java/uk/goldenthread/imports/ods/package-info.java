/// The NHS Organisation Data Service's files of practices and trusts.
@NamedInterface("ods")
@NullMarked
package uk.goldenthread.imports.ods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
