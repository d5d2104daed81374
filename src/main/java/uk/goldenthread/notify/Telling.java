package uk.goldenthread.notify;

/// What one addressee is to be told.
public record Telling(Addressee to, Message message) {}
