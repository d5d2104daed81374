/// The rules of evidence: how long it is good for and what may be said of it. Pure Java.
@NamedInterface("model")
@NullMarked
package uk.goldenthread.evidence.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
