package uk.goldenthread.demonstration;

import java.time.Instant;

/// Something that happens in the demonstration's past, at its instant. What the story says was done must be allowed: a
/// refusal stops the making.
record Moment(Instant at, String what, Runnable work) {}
