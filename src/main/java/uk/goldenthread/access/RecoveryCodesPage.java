package uk.goldenthread.access;

import java.util.List;

/// The page of recovery codes.
///
/// @param codes those just made, shown this once; empty otherwise
/// @param left how many work
public record RecoveryCodesPage(List<String> codes, int left) {}
