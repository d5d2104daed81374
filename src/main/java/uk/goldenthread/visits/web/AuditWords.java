package uk.goldenthread.visits.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uk.goldenthread.shell.components.Option;

/// What is said of audits, in words.
final class AuditWords {
    static final Map<String, String> KINDS = Map.of(
            "SINGLE_AGENCY", "The organisation's own",
            "ICB_COMMISSIONED", "Commissioned by the ICB",
            "MULTI_AGENCY", "Several agencies together",
            "RE_AUDIT", "Re-audit");
    static final Map<String, String> RESULTS = Map.of(
            "OUTSTANDING", "Outstanding",
            "GOOD", "Good",
            "REQUIRES_IMPROVEMENT", "Requires improvement",
            "INADEQUATE", "Inadequate");
    static final Map<String, String> CONFIDENCES = Map.of(
            "ASSERTED", "Said only", "EVIDENCED", "Shown by evidence", "VALIDATED", "Checked by a second person");

    private AuditWords() {}

    /// Choices of these, in this order.
    static List<Option> options(Map<String, String> words, String... codes) {
        return Arrays.stream(codes)
                .map(code -> Option.of(code, words.getOrDefault(code, code)))
                .toList();
    }
}
