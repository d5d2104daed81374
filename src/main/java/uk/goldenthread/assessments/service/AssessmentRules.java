package uk.goldenthread.assessments.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.CutOffs;
import uk.goldenthread.assessments.model.Reminders;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// The ICB's settings and today's date as self-assessment needs them.
@Component
public class AssessmentRules {
    static final String HANDED_IN =
            "This was handed in. Its answers can change only when the ICB gives it back to be put right.";

    private final Rules rules;
    private final WorkingDays calendar;
    private final Clock clock;

    AssessmentRules(Rules rules, WorkingDays calendar, Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// Today in London.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.LONDON);
    }

    /// Now.
    public Instant now() {
        return clock.instant();
    }

    private Settings settings() {
        return rules.now().settings(today());
    }

    /// How long the steps of a round take unless the ICB says otherwise.
    public RoundDates.Typical typical() {
        var settings = settings();
        return new RoundDates.Typical(
                settings.integer("ASSESSMENT.answering"), settings.integer("ASSESSMENT.moderating"));
    }

    /// From which score it is green or amber, in the ICB's settings of today.
    public Outcome<CutOffs> cutOffs() {
        var settings = settings();
        var green = settings.decimal("ASSESSMENT.green");
        var amber = settings.decimal("ASSESSMENT.amber");
        return amber.compareTo(green) < 0
                ? Outcome.accepted(new CutOffs(green, amber))
                : Outcome.refused(List.of(Reason.house(
                        "", "The score from which it is green must lie above amber: change the settings first.")));
    }

    /// After how many months a round is called for again, and by when it has to be asked at the latest.
    public Cycle cycle() {
        var settings = settings();
        return new Cycle(settings.integer("ASSESSMENT.cycle_alert"), settings.integer("ASSESSMENT.cycle"));
    }

    /// The time from one agreed assessment to the next, in months (BR-ASM-10).
    public record Cycle(int alert, int most) {}

    /// When people are reminded of an assessment due that day.
    public Reminders reminders(LocalDate dueOn) {
        var settings = settings();
        return Reminders.of(
                dueOn,
                List.of(
                        -settings.integer("ASSESSMENT.remind_first"),
                        -settings.integer("ASSESSMENT.remind_second"),
                        0,
                        settings.integer("ASSESSMENT.late_first"),
                        settings.integer("ASSESSMENT.late_second"),
                        settings.integer("ASSESSMENT.late_third")),
                calendar);
    }

    /// Why answers may not change now, and who can lift it; empty when they may.
    public List<Reason> whyNotAnswered(AssessmentHeader header) {
        var reasons = new ArrayList<Reason>();
        switch (header.state()) {
            case AssessmentState.Answerable _ -> {
                if (today().isBefore(header.opensOn())) {
                    reasons.add(Reason.house("", "This round opens on %s.".formatted(Dates.day(header.opensOn()))));
                }
            }
            case AssessmentState.WithApprover _ ->
                reasons.add(Reason.house(
                        "", "This waits to be signed for the board. Take it back first to change an answer."));
            case AssessmentState.Exempt _ ->
                reasons.add(Reason.house("", "Your organisation was left out of this round."));
            case AssessmentState.NonReturn _ ->
                reasons.add(Reason.house("", "This was not handed in before the round closed."));
            default -> reasons.add(Reason.house("", HANDED_IN));
        }
        return reasons;
    }
}
