package uk.goldenthread.assessments.model;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import uk.goldenthread.assessments.model.Judgement.View;

/// The score of what the ICB judged or what was agreed, kept apart from the claim's.
public final class JudgedScores {
    private JudgedScores() {}

    /// The score of each standard and of the whole in one view.
    ///
    /// @param edition the questions asked of this organisation
    /// @param shown the codes of those that its answers show
    /// @param answers by code
    /// @param moderations by code
    public static Scoring.Card card(
            Scoring scoring,
            FrameworkEdition edition,
            Set<String> shown,
            Map<String, Answer> answers,
            Map<String, Moderation> moderations,
            View view) {
        var standards = new ArrayList<Scoring.Standard>();
        for (var standard : edition.standards()) {
            var items = new ArrayList<Scoring.Item>();
            for (var criterion : standard.criteria()) {
                var answer = answers.get(criterion.code());
                if (shown.contains(criterion.code()) && answer != null) {
                    items.add(new Scoring.Item(
                            criterion.code(),
                            criterion.weight(),
                            criterion.critical(),
                            Moderation.judgement(criterion, answer, moderations.get(criterion.code()))));
                }
            }
            standards.add(new Scoring.Standard(standard.code(), java.math.BigDecimal.ONE, items));
        }
        return scoring.score(standards, view);
    }
}
