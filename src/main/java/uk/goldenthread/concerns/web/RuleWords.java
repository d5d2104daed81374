package uk.goldenthread.concerns.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.catalogue.WarningRule;
import uk.goldenthread.concerns.ImmediateRisks;
import uk.goldenthread.concerns.model.Finding;
import uk.goldenthread.concerns.model.OwedRule;
import uk.goldenthread.concerns.model.ReturnRules;
import uk.goldenthread.rulebook.Rules;

/// What a rule is called, what it looks for, and how often it is wrong.
@Component
class RuleWords {
    private final Settings shipped;
    private final Rules rules;

    RuleWords(RuleBook.Shipped shipped, Rules rules) {
        this.shipped = shipped.settings();
        this.rules = rules;
    }

    /// The rules that raise signals, by code.
    Map<String, String> all() {
        var names = new LinkedHashMap<String, String>();
        for (var code : new String[] {
            "W01",
            "W02",
            "W03",
            "W04",
            OwedRule.CODE,
            "W12",
            Finding.SILENCE,
            Finding.IMMEDIATE,
            Finding.SPC_CONCERN,
            Finding.SPC_FAIL
        }) {
            names.put(code, name(code));
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
            default -> shipped.warning(rule).map(WarningRule::name).orElse(rule);
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
            default -> shipped.warning(rule).map(WarningRule::words).orElse(rule);
        };
    }

    /// How often it is raised by chance, as far as that can be said.
    String falseAlarms(String rule) {
        return switch (rule) {
            case Finding.SPC_CONCERN ->
                "While nothing changes, chance alone marks the latest point as worse about once in 100 periods; most of"
                        + " that is the run of seven, once in 128.";
            case Finding.SPC_FAIL ->
                "The range holds about 99 of 100 points while nothing changes. It is wrong where the process has just"
                        + " changed and the limits still rest on the past.";
            case "W02" ->
                "A figure that really stands exactly at its target misses it every other period by chance: three times in"
                        + " a row about once in 8.";
            case "W04", Finding.SILENCE -> "A fact and no statistic: wrong only where the return came another way.";
            case Finding.IMMEDIATE -> "A fact and no statistic: people saw it. A finding that was wrong is withdrawn.";
            case OwedRule.CODE -> "A fact and no statistic: wrong only where the answer came another way.";
            case "W12" -> "A fact and no statistic: a red figure was given, and nothing was written beside it.";
            default ->
                "No rate can be given: with so few points it rests on how much the figure usually varies, and one that"
                        + " often swings by as much will often raise it.";
        };
    }

    /// What a series is called: the figure's name, or the provider's returns.
    String series(String series) {
        if (series.startsWith(ReturnRules.SERIES)) {
            return series.endsWith("MONTHLY") ? "Monthly returns" : "Quarterly returns";
        }
        if (series.startsWith(OwedRule.SERIES)) {
            return series.contains("ACTION-") ? "An action owed" : "An answer owed";
        }
        if (series.startsWith(ImmediateRisks.SERIES)) {
            return "A visit's finding";
        }
        return rules.now().kpis().find(series).map(KpiDefinition::name).orElse(series);
    }
}
