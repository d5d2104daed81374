package uk.goldenthread.returns.web;

import java.util.List;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.returns.ReturnFiles;
import uk.goldenthread.shell.components.FieldErrors;

/// Uploading a file to a return, and what it would do.
///
/// @param differences empty until a file was read
/// @param problems the first of them
/// @param problemLines all of them, as the form that downloads them sends them
/// @param changes how many figures would be new or changed
public record UploadPage(
        long id,
        int version,
        String title,
        boolean read,
        List<ReturnFiles.Difference> differences,
        long changes,
        int unanswered,
        List<RowProblem> problems,
        int problemCount,
        String problemLines,
        List<String> notes,
        FieldErrors errors) {}
