/// What people do with evidence: give it, give a new version, confirm, withdraw and open it.
@NamedInterface("service")
@NullMarked
package uk.goldenthread.evidence.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
