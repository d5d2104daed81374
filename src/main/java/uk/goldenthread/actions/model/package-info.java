/// The rules of an action as plain values: its states and who may move it, its dates, what counts
/// as proof.
@NullMarked
package uk.goldenthread.actions.model;

import org.jspecify.annotations.NullMarked;
