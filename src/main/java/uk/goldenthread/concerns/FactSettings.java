package uk.goldenthread.concerns;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.concerns.model.AssessmentRules;
import uk.goldenthread.concerns.model.HeardRule;
import uk.goldenthread.concerns.model.PostRule;
import uk.goldenthread.concerns.model.RegulatorRule;
import uk.goldenthread.concerns.model.Triangulation;
import uk.goldenthread.rulebook.Rules;

/// The numbers of the rules about what is known besides figures, from the ICB's settings of a day.
@Component
class FactSettings {
    private final Rules rules;

    FactSettings(Rules rules) {
        this.rules = rules;
    }

    private Settings on(LocalDate day) {
        return ConcernSettings.inForce(rules.now(), day);
    }

    PostRule posts(LocalDate day) {
        var on = on(day);
        return new PostRule(
                on.on("W05.active"), on.integer("W05.notify"), on.integer("W05.escalate"), on.integer("W05.no_cover"));
    }

    AssessmentRules assessments(LocalDate day) {
        var on = on(day);
        return new AssessmentRules(
                new AssessmentRules.OverRated(
                        on.on("W06.active"), on.integer("W06.points"), on.integer("W06.criteria")),
                new AssessmentRules.Expired(on.on("W07.active"), on.integer("W07.criteria"), on.on("W07.unmarked")),
                on.on("CLAIM.critical"));
    }

    RegulatorRule regulator(LocalDate day) {
        return new RegulatorRule(on(day).on("W10.active"));
    }

    HeardRule heard(LocalDate day) {
        var on = on(day);
        return new HeardRule(
                on.on("W13.active"), on.integer("W13.items"), on.integer("W13.days"), on.integer("W13.sources"));
    }

    Triangulation triangulation(LocalDate day) {
        var on = on(day);
        return new Triangulation(
                on.on("CLAIM.active"),
                on.integer("CLAIM.least"),
                on.integer("CLAIM.heard"),
                on.integer("CLAIM.months"));
    }
}
