package uk.goldenthread.imports.web;

import java.util.List;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The page on which a file is chosen.
///
/// @param kinds what may be uploaded, "recognise it" first
/// @param kind the kind chosen, kept when a file was refused
/// @param about a sentence on each kind
/// @param taken names of files of the same upload that were taken although another was refused
public record UploadPage(List<Option> kinds, String kind, List<String> about, List<String> taken, FieldErrors errors) {}
