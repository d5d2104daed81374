package uk.goldenthread.assessments.web;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;

/// The walk through what was brought forward, one answer at a time.
///
/// @param done how many were looked at again
/// @param total how many were brought forward
/// @param percent the share re-confirmed, whole per cent rounded down
/// @param line the answer to look at; null when all were
/// @param before last time's round
/// @param judged last time's judgement in words; empty when there was none, so that it cannot be still true
/// @param changing whether the new answer is asked for
/// @param skip the address of the next one; null when there is none
public record WalkPage(
        long id,
        int version,
        String title,
        String organisation,
        int done,
        int total,
        int percent,
        LinesPage.@Nullable Line line,
        String before,
        String judged,
        boolean changing,
        @Nullable String skip,
        FieldErrors errors) {}
