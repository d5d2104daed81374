package uk.goldenthread.actions.model;

import uk.goldenthread.kernel.outcome.Clause;

/// The rules that the register of actions keeps, as its refusals cite them.
public final class ActionClauses {
    public static final Clause VERIFIED =
            new Clause("BR-ACT-1", "An action counts as done with evidence and a verifier who is not its owner");
    public static final Clause EXTENSION = new Clause(
            "BR-ACT-2", "A due date moves at most twice without the committee, with a reason and an approver");
    public static final Clause DUE =
            new Clause("BR-ACT-DUE", "An action has a date within a year; one for a critical criterion within 90 days");
    public static final Clause EMBEDDED = new Clause(
            "BR-ACT-EMBED", "A change holds when practice or outcome shows it months later; a policy alone does not");
    public static final Clause CLOSED =
            new Clause("BR-ACT-CLOSE", "The committee closes an action, with the reference of its minute");
    public static final Clause NO_BULK_CLOSE = new Clause("BR-ACT-5", "Actions are not closed in bulk");

    private ActionClauses() {}
}
