package uk.goldenthread.papers.model;

import uk.goldenthread.kernel.outcome.Clause;

/// The rules that a refusal about a paper cites.
public final class Clauses {
    public static final Clause COVER_SHEET =
            new Clause("BR-PAP-1", "Cover sheet fields that every committee paper carries");
    public static final Clause CONFIDENTIAL =
            new Clause("BR-PAP-3", "Freedom of Information Act 2000: what is kept from the public pack says why");
    public static final Clause SIGN_OFF =
            new Clause("PAP-SIGN", "Sign-off chain: nobody signs their own draft, nor signs twice");

    private Clauses() {}
}
