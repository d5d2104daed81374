package uk.goldenthread.notify.mail;

/// A mail that could not be handed over, with the kind of trouble alone: a server's own words may hold an address.
class Undelivered extends Exception {
    private final String problem;

    /// @param problem as `UNREACHABLE`, `SIGN_IN_REFUSED`, `REFUSED_550`
    Undelivered(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
