package uk.goldenthread.visits.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// What an audit must say before it is shared.
public final class AuditRules {
    private static final int SHORTEST = 10;

    /// What is said of an audit.
    public record Said(
            String title,
            String question,
            String learning,
            int sample,
            int met,
            LocalDate from,
            LocalDate to,
            LocalDate reAuditDue) {}

    /// What is said of an audit besides what its rules look at.
    ///
    /// @param result `OUTSTANDING`, `GOOD`, `REQUIRES_IMPROVEMENT` or `INADEQUATE`
    /// @param topic the question of a visit that it asks too; empty for none
    public record Details(
            int organisation,
            String kind,
            String standard,
            String method,
            String result,
            String confidence,
            String topic,
            @Nullable Long reAudits) {}

    private AuditRules() {}

    /// Every reason why an audit cannot be shared today.
    public static List<Reason> problems(Said said, LocalDate today, int reAuditMonths) {
        var reasons = new ArrayList<Reason>();
        var title = said.title().strip().length();
        if (title < 5 || title > 200) {
            reasons.add(Reason.house("title", "Give the audit a title of 5 to 200 characters."));
        }
        if (said.question().strip().length() < SHORTEST) {
            reasons.add(Reason.house("question", "Say what was asked, in at least 10 characters."));
        }
        if (said.learning().strip().length() < SHORTEST) {
            reasons.add(Reason.house("learning", "Say what was learned, in at least 10 characters."));
        }
        if (said.sample() < 1) {
            reasons.add(Reason.house("sample", "Enter how many cases were looked at, at least 1."));
        }
        if (said.met() < 0 || said.met() > Math.max(0, said.sample())) {
            reasons.add(Reason.house("met", "Enter how many of them met the standard, at most all."));
        }
        if (said.to().isBefore(said.from()) || said.to().isAfter(today)) {
            reasons.add(new Reason(
                    "to", "The cases end on or after the day they begin, and not in the future.", Clause.HOUSE));
        }
        if (!said.reAuditDue().isAfter(today) || said.reAuditDue().isAfter(today.plusMonths(reAuditMonths))) {
            reasons.add(new Reason(
                    "again",
                    "It is repeated within %d months: by %s at the latest."
                            .formatted(reAuditMonths, Words.day(today.plusMonths(reAuditMonths))),
                    VisitClauses.RE_AUDIT));
        }
        return reasons;
    }
}
