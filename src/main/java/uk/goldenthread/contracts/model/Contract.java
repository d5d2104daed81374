package uk.goldenthread.contracts.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// A contract as far as its moves go.
///
/// @param signedOff whether a designated professional signed off the safeguarding part of the
/// specification
/// @param route null before it is chosen
/// @param asksSafeguarding whether at least one of its reporting requirements is about safeguarding
/// @param exemption why it asks for none; null when it is not exempt
/// @param version guards the next write
public record Contract(
        long id,
        int icb,
        int organisation,
        Terms terms,
        Stage stage,
        LocalDate stageSince,
        @Nullable Route route,
        boolean signedOff,
        boolean asksSafeguarding,
        @Nullable String exemption,
        int version) {
    /// BR-CON-5.
    public static final Clause REPORTS = new Clause(
            "BR-CON-5", "A live contract asks for at least one safeguarding report, or its exemption is recorded");

    private static final Clause SPECIFICATION =
            new Clause("SCHEDULE-2A", "A designated professional signs off the safeguarding part of a specification");

    /// What was agreed.
    ///
    /// @param monthlyValue pounds; null when it is not known
    /// @param clauses codes of `catalogue/contract-clauses.yaml`
    public record Terms(
            String reference,
            String title,
            Form form,
            String leadCommissioner,
            String associates,
            LocalDate startOn,
            LocalDate endOn,
            @Nullable BigDecimal monthlyValue,
            List<String> clauses) {
        public Terms {
            clauses = List.copyOf(clauses);
        }
    }

    /// Everything that keeps it from moving there today; nothing when it may.
    public List<Reason> against(Stage to, Gateway gateway, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (!stage.next().contains(to)) {
            reasons.add(Reason.house(
                    "to", "A contract in the stage “%s” does not go to “%s”".formatted(stage.words(), to.words())));
            return reasons;
        }
        if (stage == Stage.SPECIFICATION && !signedOff) {
            reasons.add(new Reason(
                    "to", "A designated professional has to sign off the specification first", SPECIFICATION));
        }
        if (stage == Stage.PROCUREMENT && route == null) {
            reasons.add(Reason.house("route", "Choose the route under the Provider Selection Regime"));
        }
        if (to == Stage.SIGNED || (stage == Stage.MOBILISATION && to == Stage.LIVE)) {
            reasons.addAll(gateway.shutBy(today));
        }
        if (to == Stage.LIVE && !asksSafeguarding && exemption == null) {
            reasons.add(new Reason(
                    "to",
                    "Add a safeguarding report that it asks for, or record why it asks for none, before it is live",
                    REPORTS));
        }
        return reasons;
    }

    /// Whether it is in force and asks for nothing about safeguarding without a recorded exemption.
    public boolean breaksReporting() {
        return stage.isInForce() && !asksSafeguarding && exemption == null;
    }

    /// The days on which its renewal is to be thought of: so many months before its end.
    public List<LocalDate> renewalDays(List<Integer> monthsBefore) {
        return monthsBefore.stream().map(terms.endOn()::minusMonths).toList();
    }
}
