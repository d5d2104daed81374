package uk.goldenthread.visits.web;

import java.util.List;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The page that plans one visit.
public record PlanPage(
        List<Option> organisations,
        List<Option> kinds,
        String organisation,
        String kind,
        String purpose,
        DateParts on,
        FieldErrors errors) {}
