/// What people do with rounds and assessments: each use case in one transaction.
@NamedInterface("service")
@NullMarked
package uk.goldenthread.assessments.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
