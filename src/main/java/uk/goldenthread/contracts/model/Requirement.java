package uk.goldenthread.contracts.model;

/// A report that a contract asks for (Schedule 6A).
///
/// @param clause a code of `catalogue/contract-clauses.yaml`
/// @param frequency `MONTHLY`, `QUARTERLY`, `ANNUAL` or `ON_REQUEST`
/// @param safeguarding whether it is about safeguarding, which keeps a contract within BR-CON-5
public record Requirement(String clause, String what, String frequency, boolean safeguarding) {}
