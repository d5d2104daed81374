package uk.goldenthread.assessments.web;

import java.util.List;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Sharing a return with further ICBs.
///
/// @param shares with whom it is shared, each a sentence
/// @param offered with whom it could be
public record ElsewherePage(
        long id, String organisation, String round, List<String> shares, List<Option> offered, FieldErrors errors) {}
