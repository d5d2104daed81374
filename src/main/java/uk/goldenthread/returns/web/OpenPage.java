package uk.goldenthread.returns.web;

import java.util.List;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Opening the returns of a period.
///
/// @param chosen the code of the period chosen; empty for none
public record OpenPage(List<Option> periods, String chosen, FieldErrors errors) {}
