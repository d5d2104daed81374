package uk.goldenthread.commandline;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.goldenthread.assessments.model.CutOffs.Rag;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Score;
import uk.goldenthread.assessments.model.Scoring;

/// Scores of self-assessments: the moderator's rating where there is one, else the claim.
@Command(name = "score", description = "Score self-assessments.", mixinStandardHelpOptions = true)
final class CalcScore implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            description = "CSV: return,standard,criterion,weight,scale,claimed,moderated,critical")
    private String input = "";

    @Option(names = "--output", description = "CSV: return,standard,score,rag,applicable_criteria; - for stdout")
    private String output = "-";

    private final Console console;
    private final RowErrors errors = new RowErrors();

    CalcScore(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, ScoreRows> returns = new LinkedHashMap<>();
        Set<String> faulty = new HashSet<>();
        for (var row : CsvInput.rows(
                console,
                input,
                "return",
                "standard",
                "criterion",
                "weight",
                "scale",
                "claimed",
                "moderated",
                "critical")) {
            var rows = returns.computeIfAbsent(row.get("return"), _ -> new ScoreRows(errors));
            if (!rows.add(row)) {
                faulty.add(row.get("return"));
            }
        }
        var result = new CsvOutput("return", "standard", "score", "rag", "applicable_criteria");
        // A return with any bad row is left out whole: its score would be of something else.
        returns.forEach((name, rows) -> {
            if (!faulty.contains(name)) {
                write(name, Scoring.DEFAULT.score(rows.standards(), View.EFFECTIVE), result);
            }
        });
        result.writeTo(console, output);
        return errors.report(console);
    }

    private static void write(String name, Scoring.Card card, CsvOutput result) {
        card.standards().forEach(standard -> write(name, standard, result));
        write(name, card.overall(), result);
    }

    private static void write(String name, Scoring.Result line, CsvOutput result) {
        // Weights that sum to nothing leave nothing to score, as when nothing applies.
        var rag = line.score() == null ? Rag.NA : line.rag();
        result.row(name, line.code(), text(line.score()), rag, line.applicable());
    }

    private static String text(@Nullable Score score) {
        return score == null ? "" : score.decimal(4).toPlainString();
    }
}
