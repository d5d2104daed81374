package uk.goldenthread.concerns.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.catalogue.WarningRule;
import uk.goldenthread.concerns.CrossChecks;
import uk.goldenthread.concerns.model.AssessmentRules;
import uk.goldenthread.concerns.model.CrossCheck;
import uk.goldenthread.concerns.model.Finding;
import uk.goldenthread.concerns.model.Matter;
import uk.goldenthread.concerns.model.OwedRule;
import uk.goldenthread.concerns.model.Triangulation.Source;
import uk.goldenthread.rulebook.Rules;

/// What a rule is called, what it looks for, and how often it is wrong.
@Component
class RuleWords {
    private final Settings shipped;
    private final Rules rules;
    private final CrossChecks checks;

    RuleWords(RuleBook.Shipped shipped, Rules rules, CrossChecks checks) {
        this.shipped = shipped.settings();
        this.rules = rules;
        this.checks = checks;
    }

    /// The rules that raise signals, by code.
    Map<String, String> all() {
        var names = new LinkedHashMap<String, String>();
        shipped.warnings().stream().map(WarningRule::code).forEach(code -> names.put(code, name(code)));
        for (var code : new String[] {
            Finding.SILENCE, Finding.IMMEDIATE, Finding.SPC_CONCERN, Finding.SPC_FAIL, AssessmentRules.CRITICAL
        }) {
            names.put(code, name(code));
        }
        for (var source : Source.values()) {
            names.put(source.rule(), name(source.rule()));
        }
        return names;
    }

    /// `Far below target`.
    String name(String rule) {
        return switch (rule) {
            case Finding.SPC_CONCERN -> "Chart shows a concern";
            case Finding.SPC_FAIL -> "Will miss its target";
            case Finding.SILENCE -> "Return has not come";
            case Finding.IMMEDIATE -> "Immediate risk on a visit";
            case AssessmentRules.CRITICAL -> "Critical requirement not met";
            default ->
                mismatch(rule)
                        .map(source -> "Claim contradicted: " + source.words().toLowerCase(Locale.ROOT))
                        .or(() -> shipped.warning(rule).map(WarningRule::name))
                        .orElse(rule);
        };
    }

    /// What the rule looks for, in one sentence.
    String looksFor(String rule) {
        return switch (rule) {
            case Finding.SPC_CONCERN ->
                "The latest point lies outside the limits, or belongs to seven in a row on the worse side of the mean, to"
                        + " seven in a row each worse than the one before, or to two of three near the worse limit.";
            case Finding.SPC_FAIL ->
                "The target lies outside the range in which the figure varies, so that it will be missed unless the"
                        + " process changes.";
            case Finding.SILENCE -> "A return that was due has not come, days after it was due.";
            case Finding.IMMEDIATE ->
                "A visit found an immediate risk that stands and has no verified action. The provider's lead was told"
                        + " before the visitors left.";
            case AssessmentRules.CRITICAL ->
                "A requirement that its framework marks as critical stands at the lowest point of its scale, as moderated, or"
                        + " as claimed where it was not.";
            default ->
                mismatch(rule)
                        .map(RuleWords::contradicts)
                        .or(() -> shipped.warning(rule).map(WarningRule::words))
                        .orElse(rule);
        };
    }

    private static Optional<Source> mismatch(String rule) {
        return Arrays.stream(Source.values())
                .filter(source -> source.rule().equals(rule))
                .findFirst();
    }

    private static String contradicts(Source source) {
        return "Something is claimed in full in a self-assessment, and "
                + switch (source) {
                    case FIGURES -> "a figure about the same matter misses its target for long or will.";
                    case SURVEY -> "fewer practitioners agree than such a claim needs.";
                    case VISITS -> "a visit found it wanting.";
                    case AUDITS -> "an audit found it wanting.";
                    case HEARD -> "several remarks were heard about the same matter.";
                };
    }

    /// How often it is raised by chance, as far as that can be said.
    String falseAlarms(String rule) {
        return switch (rule) {
            case Finding.SPC_CONCERN ->
                "While nothing changes, chance alone marks the latest point as worse about once in 100 periods; most of"
                        + " that is the run of seven, once in 128.";
            case Finding.SPC_FAIL ->
                "While nothing changes, about 99 of 100 points lie in the range. It is wrong if the process has just"
                        + " changed and the limits still rest on the past.";
            case "W02" ->
                "A figure that truly sits right at its target misses it every other period by chance alone, and three times"
                        + " in a row about once in 8.";
            case "W04", Finding.SILENCE ->
                "This is a fact, not a statistic. It is wrong only if the return came another way.";
            case Finding.IMMEDIATE ->
                "This is a fact, not a statistic: people saw it. A finding that was wrong is withdrawn.";
            case OwedRule.CODE -> "This is a fact, not a statistic. It is wrong only if the answer came another way.";
            case "W12" -> "This is a fact, not a statistic: a red figure was given, and nothing was written beside it.";
            case "W05", "W06", "W07", "W10", "W13", AssessmentRules.CRITICAL ->
                "This is a fact, not a statistic. It is wrong only if what was entered is wrong or out of date.";
            case "CLAIM-FIGURES", "CLAIM-SURVEY", "CLAIM-VISITS", "CLAIM-AUDITS", "CLAIM-HEARD" ->
                "Both may be true: of different parts of the organisation, or of different months. It asks for a"
                        + " conversation, not for a verdict.";
            default ->
                "This cannot be put as a rate. It depends on how much the figure usually varies: one that often swings"
                        + " this far will often raise this signal.";
        };
    }

    /// What a series is called: the figure's name, or the matter it is about.
    String series(String series) {
        return Matter.of(series)
                .map(matter -> series(matter, matter.key(series)))
                .orElseGet(() ->
                        rules.now().kpis().find(series).map(KpiDefinition::name).orElse(series));
    }

    private String series(Matter matter, String key) {
        return switch (matter) {
            case RETURNS -> key.equals("MONTHLY") ? "Monthly returns" : "Quarterly returns";
            case CLAIM ->
                checks.all().stream()
                        .filter(check -> check.code().equals(key))
                        .map(CrossCheck::name)
                        .findFirst()
                        .orElse(matter.words());
            case OWED -> key.startsWith("ACTION-") ? "An action owed" : "An answer owed";
            case IMMEDIATE, POST, ASSESSMENT, REGULATOR, HEARD -> matter.words();
        };
    }
}
