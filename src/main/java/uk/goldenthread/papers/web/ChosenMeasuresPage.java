package uk.goldenthread.papers.web;

import java.util.List;
import java.util.Set;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Choosing the measures shown with a chart.
public record ChosenMeasuresPage(
        int id,
        String paper,
        int version,
        List<Option> options,
        Set<String> chosen,
        String locked,
        FieldErrors errors) {}
