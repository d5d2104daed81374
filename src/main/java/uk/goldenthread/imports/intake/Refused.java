package uk.goldenthread.imports.intake;

/// Carries a [Rejection] out of nested reading; never leaves this package.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence, null, false, false);
    }

    Rejection rejection() {
        return new Rejection(String.valueOf(getMessage()));
    }
}
