package uk.goldenthread.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The figures as a table for people and as JSON for programs.
record Report(Plan plan, Instant at, List<Figure> figures) {
    private static final String LINE = "%-4s %-46s %10s %-10s %8s %8s %10s %7s %9s %7s %8s %8s%n";

    void print(PrintStream out) {
        out.printf(
                LINE,
                "work",
                "what",
                "ours",
                "",
                "p50 ms",
                "p95 ms",
                "bare SQL",
                "ratio",
                "target",
                "ratio",
                "cpu ms",
                "failures");
        for (var f : figures) {
            out.printf(
                    LINE,
                    f.work(),
                    f.what(),
                    number(f.ours()),
                    f.unit(),
                    number(f.p50()),
                    number(f.p95()),
                    number(f.bare()),
                    number(f.ratio()),
                    number(f.target()),
                    number(f.targetRatio()),
                    number(f.processor()),
                    f.failures() == 0 ? "" : Long.toString(f.failures()));
        }
        out.println(
                "Seconds and MB: less is better, and a ratio above 1 is slower than bare SQL. cpu ms: processor time of"
                        + " the application and its database for one request.");
    }

    /// Writes `bench.json`, and the same under the instant's name so that runs can be compared.
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var json = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of(
                        "at",
                        at.toString(),
                        "processors",
                        Runtime.getRuntime().availableProcessors(),
                        "plan",
                        plan,
                        "figures",
                        figures));
        var file = folder.resolve("bench.json");
        Files.writeString(file, json);
        Files.writeString(folder.resolve("bench-%s.json".formatted(at.toString().replace(':', '-'))), json);
        return file;
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        var pattern = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.UK, pattern, value);
    }
}
