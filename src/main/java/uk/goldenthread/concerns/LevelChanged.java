package uk.goldenthread.concerns;

import java.time.LocalDate;

/// A person moved a provider on the ladder, or called or held a rapid quality review. Published inside
/// the transaction that
/// did it (BR-LAD-7: it is shown to the System Quality Group and in the committee paper).
///
/// @param from and `to`: levels, or `RQR`
public record LevelChanged(int icb, int organisation, String from, String to, LocalDate on) {}
