/// What a committee paper is: its states and signatures, its cover sheet's rules, its data, and the words
/// proposed from
/// them.
@NamedInterface("model")
@NullMarked
package uk.goldenthread.papers.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
