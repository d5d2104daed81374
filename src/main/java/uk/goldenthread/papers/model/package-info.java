/// What a committee paper is: its states and signatures, its cover sheet's rules, its data, and the words
/// proposed from
/// them.
@NullMarked
package uk.goldenthread.papers.model;

import org.jspecify.annotations.NullMarked;
