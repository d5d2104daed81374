package uk.goldenthread.notify;

/// Whom a message is for.
public sealed interface Addressee {
    /// Where they act: the ICB itself, or a provider of it.
    int organisation();

    /// One person, where they act for that organisation.
    record Person(int organisation, int account) implements Addressee {}

    /// Whoever holds the role at that organisation now or later.
    ///
    /// @param role a code of `catalogue/roles.yaml`
    record Holders(int organisation, String role) implements Addressee {}
}
