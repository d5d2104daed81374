package uk.goldenthread.papers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Reason;

/// A paper's cover sheet: the union of what real board papers ask for (`domain/assurance.md` 8.5). Empty
/// text means not
/// answered yet.
///
/// @param author and `sponsor`, `presenter`: names and posts as the committee reads them
/// @param purpose a code of PAPER_PURPOSE
/// @param recommendation what the committee is asked to do
/// @param riskLink risks of the register or assurance framework it bears on, or "none"
/// @param conflict a code of CONFLICT_OF_INTEREST
/// @param route the committees it went to before, with dates
/// @param publicPaper false when it is kept from the public pack, which `exemption` explains
/// @param implications answers by code of PAPER_IMPLICATION; EQUALITY is the equality impact assessment
public record Cover(
        String title,
        String item,
        String reference,
        String author,
        String presenter,
        String sponsor,
        String purpose,
        String recommendation,
        String summary,
        String keyRisks,
        String riskLink,
        String objectives,
        String conflict,
        String conflictDetail,
        String route,
        boolean publicPaper,
        String exemption,
        Map<String, Implication> implications) {

    /// One implication: whether there is any, and what.
    public record Implication(Answer answer, String note) {}

    /// An answer to "are there implications?".
    public enum Answer {
        YES("Yes"),
        NO("No"),
        NOT_APPLICABLE("Not applicable");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Cover {
        implications = java.util.Collections.unmodifiableMap(new TreeMap<>(implications));
    }

    /// A cover sheet that nobody has filled in yet.
    public static Cover untouched(String title, String author) {
        return new Cover(
                title, "", "", author, "", "", "ASSURANCE", "", "", "", "", "", "", "", "", true, "", Map.of());
    }

    /// Everything that is missing before the paper may go for review (BR-PAP-1).
    ///
    /// @param purposes and `conflicts`: the codes that may be chosen
    public List<Reason> missing(Set<String> purposes, Set<String> conflicts) {
        var reasons = new ArrayList<Reason>();
        need(reasons, "title", title, "Enter a title");
        need(reasons, "author", author, "Enter who wrote the paper, with their post");
        need(reasons, "sponsor", sponsor, "Enter the executive sponsor");
        need(reasons, "purpose", purposes.contains(purpose) ? purpose : null, "Choose what the paper is for");
        need(reasons, "recommendation", recommendation, "Enter what the committee is asked to do");
        need(reasons, "riskLink", riskLink, "Enter the risks it bears on, or the word none");
        need(
                reasons,
                "implication-EQUALITY",
                implications.containsKey("EQUALITY") ? "answered" : null,
                "Answer whether there are equality implications");
        need(
                reasons,
                "conflict",
                conflicts.contains(conflict) ? conflict : null,
                "Choose a conflict of interest answer");
        if (!publicPaper && exemption.isBlank()) {
            reasons.add(
                    new Reason("exemption", "Enter why the paper is kept from the public pack", Clauses.CONFIDENTIAL));
        }
        return List.copyOf(reasons);
    }

    private static void need(List<Reason> reasons, String field, @Nullable String value, String message) {
        if (value == null || value.isBlank()) {
            reasons.add(new Reason(field, message, Clauses.COVER_SHEET));
        }
    }
}
