package uk.goldenthread.evidence.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// What a person says of an item of evidence they give.
///
/// @param kind null when none was chosen
/// @param document null when none was chosen
/// @param reviewOn a policy's review date; of no meaning for others
/// @param personalData whether it names or could identify someone; null when that was not said
public record Offer(
        String title,
        @Nullable EvidenceClass kind,
        @Nullable DocumentKind document,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        @Nullable LocalDate reviewOn,
        @Nullable Boolean personalData) {
    /// BR-EVD-1.
    public static final Clause VALIDITY =
            new Clause("BR-EVD-1", "Evidence is good for 12 months, a policy until its review date");
    /// BR-EVD-5.
    public static final Clause PERSONAL_DATA =
            new Clause("BR-EVD-5", "Personal data in evidence is declared, and kept in the restricted store");

    private static final int LONGEST_TITLE = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /// The title is kept without control characters, in one line.
    public Offer {
        title = title.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /// The review date, which only a policy has.
    private @Nullable LocalDate review() {
        return document == DocumentKind.POLICY ? reviewOn : null;
    }

    /// Until when it is good.
    public Validity validity(LocalDate receivedOn, int months) {
        return Validity.ofNew(review(), coversTo, receivedOn, months);
    }

    /// Everything that keeps it from being taken on that day.
    public List<Reason> problems(LocalDate today, int months) {
        var reasons = new ArrayList<Reason>();
        if (title.isEmpty()) {
            reasons.add(Reason.house("title", "Enter a title"));
        } else if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            reasons.add(Reason.house("title", "Shorten the title to 200 characters"));
        }
        if (document == null) {
            reasons.add(Reason.house("document", "Choose what it is"));
        }
        if (kind == null) {
            reasons.add(Reason.house("kind", "Choose what it shows"));
        }
        if (coversFrom != null && coversTo != null && coversTo.isBefore(coversFrom)) {
            reasons.add(Reason.house("coversTo", "The last day it covers must be the same as or after the first"));
        }
        if (document == DocumentKind.POLICY && reviewOn == null) {
            reasons.add(new Reason("reviewOn", "Enter the date on which the policy is to be reviewed", VALIDITY));
        } else if (validity(today, months).until().isBefore(today)) {
            reasons.add(new Reason(review() == null ? "coversTo" : "reviewOn", pastIt(today, months), VALIDITY));
        }
        if (personalData == null) {
            reasons.add(new Reason("personalData", "Say whether it holds personal data", PERSONAL_DATA));
        }
        return reasons;
    }

    private String pastIt(LocalDate today, int months) {
        var until = DAY.format(validity(today, months).until());
        return review() == null
                ? "Evidence about that time was good until %s. Give evidence that is newer".formatted(until)
                : "This policy was to be reviewed by %s. Give the reviewed policy".formatted(until);
    }
}
