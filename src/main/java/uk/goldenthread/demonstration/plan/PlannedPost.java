package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who holds a statutory post.
///
/// @param post a code of `catalogue/statutory-roles.yaml`
/// @param until the first day on which they no longer did; null while they do
public record PlannedPost(
        String organisation,
        String post,
        String holder,
        LocalDate since,
        @Nullable LocalDate until) {}
