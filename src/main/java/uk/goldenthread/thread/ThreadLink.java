package uk.goldenthread.thread;

import uk.goldenthread.kernel.Reference;

/// One thing hangs on another.
///
/// @param from the thing nearer to the duty, as a requirement
/// @param to the thing nearer to the paper, as an answer to it
public record ThreadLink(Reference from, Reference to) {}
