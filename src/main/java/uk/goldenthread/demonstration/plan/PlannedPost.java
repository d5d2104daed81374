package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A statutory or lead post, and who holds it.
///
/// @param holder null while it is vacant
/// @param since when the holder began, or when it fell vacant
public record PlannedPost(
        String organisation, String post, @Nullable String holder, LocalDate since) {}
