/// The rules of contracts: their stages, the safeguarding gateway, what could be withheld. Pure Java.
@NamedInterface("model")
@NullMarked
package uk.goldenthread.contracts.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
