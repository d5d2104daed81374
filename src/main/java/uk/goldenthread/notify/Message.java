package uk.goldenthread.notify;

/// What people are told.
///
/// @param kind groups messages of the same sort: `RETURN_LATE`
/// @param sentence what happened, in words: never a child's or an adult's name, for it may leave in mail
/// @param href where to see it or act on it, an address of our own
/// @param source what it is about and which step, so that it is told once: `return/12/late/5`
/// @param atOnce whether it is also mailed straight away rather than left to the digest
public record Message(String kind, String sentence, String href, String source, boolean atOnce) {}
