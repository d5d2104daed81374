package uk.goldenthread.rulebook;

import java.time.LocalDate;
import java.util.List;
import uk.goldenthread.catalogue.RuleBook;

/// What a change of rules would do, in sentences, before anybody confirms it. Each module that judges by the rules
/// contributes one as a bean. Called inside a unit of work; changes nothing.
public interface Consequences {
    /// The rules as they are and as they would be.
    ///
    /// @param change which measures and settings differ
    record Proposal(RulesChanged change, RuleBook before, RuleBook after, LocalDate from, LocalDate today) {}

    /// One sentence for each consequence; none where it makes no difference here.
    List<String> of(Proposal proposal);
}
