package uk.goldenthread.notify;

import java.time.Instant;

/// Something that happened and is told on Home.
///
/// @param sentence all that is to be said, in words, without the day on which it happened and without a full stop
/// @param href where it is read
/// @param toRead whether the person is shown it first of all, for they come to Home to read it
public record News(Instant at, String sentence, String href, boolean toRead) {}
