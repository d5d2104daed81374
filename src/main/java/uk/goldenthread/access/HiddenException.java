package uk.goldenthread.access;

/// The record does not exist, or even its existence is private to the person who asked. Answered with 404 and written
/// to
/// the ledger.
public class HiddenException extends RuntimeException {
    public HiddenException() {
        super("not found");
    }
}
