package uk.goldenthread.assessments.fhir;

import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.assessments.fhir.Verdict.Issue;
import uk.goldenthread.assessments.fhir.Verdict.Severity;

/// The issues of one check as they are found.
final class Findings {
    private final List<Issue> issues = new ArrayList<>();

    void fatal(String path, String message) {
        add(Severity.FATAL, path, message);
    }

    void error(String path, String message) {
        add(Severity.ERROR, path, message);
    }

    void warn(String path, String message) {
        add(Severity.WARNING, path, message);
    }

    private void add(Severity severity, String path, String message) {
        issues.add(new Issue(severity, path, message));
    }

    Verdict verdict() {
        return new Verdict(issues);
    }
}
