/// NHS England's monthly accident and emergency figures by provider.
@NamedInterface("aande")
@NullMarked
package uk.goldenthread.imports.aande;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
