package uk.goldenthread.assessments.web;

import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.assessments.store.StoryStore;
import uk.goldenthread.shell.components.Cell;

/// The scores of an assessment as rows, one a standard, each view in a column of its own.
final class ScoreRows {
    private ScoreRows() {}

    static List<List<Cell>> of(Reading.Whole whole) {
        var rows = new ArrayList<List<Cell>>();
        if (whole.scores().stream().allMatch(score -> score.score() == null)) {
            return rows;
        }
        AssessmentPages.seen(whole)
                .forEach(standard -> rows.add(scores(whole, standard.code(), standard.code() + " " + standard.name())));
        if (!whole.apart()) {
            rows.add(scores(whole, "*", "Overall"));
        }
        return rows;
    }

    private static List<Cell> scores(Reading.Whole whole, String standard, String name) {
        var row = new ArrayList<Cell>();
        row.add(Cell.naming(name));
        for (var view : List.of("CLAIMED", "EVIDENCED", "MODERATED", "ACCEPTED")) {
            row.add(Cell.of(whole.scores().stream()
                    .filter(score ->
                            score.view().equals(view) && score.standard().equals(standard))
                    .findFirst()
                    .map(ScoreRows::score)
                    .orElse("")));
        }
        return row;
    }

    /// A score, and how much it rests on where that is not all.
    private static String score(StoryStore.Scored score) {
        var words = Words.score(score.score(), score.rag());
        return words.isEmpty() || score.rated() == score.applicable()
                ? words
                : words + " (%d of %d rated)".formatted(score.rated(), score.applicable());
    }
}
