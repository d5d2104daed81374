package uk.goldenthread.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;

/// The form for one kind of rule: how it is filled in, read and put into words.
sealed interface ChangeForm permits SettingForm, MeasureForm, OwnMeasureForm {

    /// Where it is sent, and where the next address begins.
    String action();

    /// The page it came from, and goes back to.
    String back();

    /// What it is about, for titles.
    String subject(RuleBook book);

    /// Filled in with the rule of a day.
    ///
    /// @param asShipped with the shipped rule instead
    RuleForm filled(RuleBook book, LocalDate day, boolean asShipped);

    /// The number of the last change so far.
    int last(RuleBook book);

    /// The rule that was typed; empty when something could not be read, which the form then says.
    Optional<OwnRule> read(RuleBook book, RuleForm form);

    /// What the rule says, beside the rule it follows.
    List<SummaryRow> words(RuleBook book, OwnRule rule);

    /// The page of the form.
    ChangePage page(RuleBook book, LocalDate day, RuleForm form, FieldErrors errors);
}
