package uk.goldenthread.papers.web;

import java.util.List;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Beginning a paper.
public record NewPaperPage(
        List<Option> committees,
        String committee,
        List<Option> periods,
        String period,
        DateParts meeting,
        FieldErrors errors) {}
