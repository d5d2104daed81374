/// What a framework asks, how an answer is rated and scored, and how one answer serves another framework. Pure.
@NamedInterface("model")
@NullMarked
package uk.goldenthread.assessments.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
