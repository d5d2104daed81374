package uk.goldenthread.assessments.web;

import uk.goldenthread.shell.components.FieldErrors;

/// Ending a sharing.
///
/// @param here its address
/// @param sentence since when it is shared
/// @param ended whether it has ended already
/// @param why what was typed as the reason
public record EndSharingPage(
        long id,
        String here,
        String icb,
        String organisation,
        String round,
        String sentence,
        boolean ended,
        String why,
        FieldErrors errors) {}
