package uk.goldenthread.evidence.intake;

/// Carries a refusal out of nested reading; never leaves this package.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
