package uk.goldenthread.access;

/// Something changed about how an account is guarded; its owner should hear of it. Published in the transaction.
///
/// @param icb the legal ICB in which it was done
/// @param organisation where it was done
/// @param what in words fit for mail: "Your password was changed"
/// @param source what it is about, so that it is told once
public record AccountChanged(int icb, int organisation, int account, String what, String source) {}
