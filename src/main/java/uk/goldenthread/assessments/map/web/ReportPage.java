package uk.goldenthread.assessments.map.web;

import uk.goldenthread.shell.document.PaperDocument;

/// A round's report on a page.
///
/// @param query what links carry: the instant looked at
public record ReportPage(long id, PaperDocument document, String query) {}
