package uk.goldenthread.evidence.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.rulebook.Rules;

/// The numbers of the rules of evidence, as the ICB set them.
@Component
public class EvidenceSettings {
    private final Rules rules;
    private final Clock clock;

    EvidenceSettings(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    public LocalDate today() {
        return London.dateOf(clock.instant());
    }

    private Settings settings() {
        return rules.now().settings(today());
    }

    /// How many months evidence is good for.
    public int months() {
        return settings().integer("EVIDENCE.months");
    }

    /// Days before the end of its time on which the owner is first told.
    public int firstReminder() {
        return settings().integer("EVIDENCE.remind_first");
    }

    /// The days before the end of its time on which the owner is told (BR-EVD-2).
    List<Integer> reminders() {
        return List.of(firstReminder(), settings().integer("EVIDENCE.remind_second"), 0);
    }
}
