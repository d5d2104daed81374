package uk.goldenthread.assessments.fhir;

import java.util.List;
import java.util.Locale;

/// What a check found. A response is valid when nothing fatal and no error was found; warnings do not count.
public record Verdict(List<Issue> issues) {
    /// Copies the issues in.
    public Verdict {
        issues = List.copyOf(issues);
    }

    /// Whether the response may be taken as an answer to its questionnaire.
    public boolean valid() {
        return count(Severity.FATAL) == 0 && count(Severity.ERROR) == 0;
    }

    /// How many issues of this severity there are.
    public long count(Severity severity) {
        return issues.stream().filter(issue -> issue.severity() == severity).count();
    }

    /// One thing found.
    ///
    /// @param path where in the resource, as a FHIRPath such as `QuestionnaireResponse.item[0].answer[1]`
    public record Issue(Severity severity, String path, String message) {}

    /// How bad an issue is, in the words of FHIR's OperationOutcome.
    public enum Severity {
        /// The value cannot even be read as what was asked for.
        FATAL,
        /// A rule of the questionnaire is broken.
        ERROR,
        /// Worth a look.
        WARNING;

        /// The word in FHIR.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
