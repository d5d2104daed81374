package uk.goldenthread.demonstration.plan;

/// An invented person who can sign in, with one role.
///
/// @param organisation the code of where they act
public record PlannedAccount(String signInName, String name, String role, String organisation) {}
