package uk.goldenthread.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.goldenthread.bench.Figure.Target;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;

/// Runs the benchmark: `bin/bench [--quick] [--only W1,W3] [--data FOLDER]`.
public final class Bench {
    private static final double MOST_IDLE_MEGABYTES = 350;
    private static final int POINTS = 36;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Plan plan;
        try {
            plan = Plan.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.out.println("Written to " + run(plan, Plan.RESULTS));
    }

    /// Runs the plan, prints the table, and writes the figures below `results`.
    ///
    /// @return the file of this run
    static Path run(Plan plan, Path results) throws Exception {
        var folder = plan.kept() == null ? Files.createTempDirectory("golden-thread-bench") : plan.kept();
        try {
            var report = new Report(plan, Instant.now().truncatedTo(ChronoUnit.SECONDS), figures(plan, folder));
            report.print(System.out);
            return report.write(results);
        } finally {
            if (plan.kept() == null) {
                remove(folder);
            }
        }
    }

    private static List<Figure> figures(Plan plan, Path folder) throws Exception {
        var figures = new ArrayList<Figure>();
        if (plan.wants("SPC")) {
            figures.add(spc(plan));
        }
        var data = folder.resolve("data");
        if (!Files.exists(data)) {
            Files.createDirectories(folder);
            makeRows(plan, data);
        }
        if (plan.wants("W6")) {
            figures.addAll(starts(plan, data));
        }
        try (var system = new RunningSystem(data)) {
            try (var owner = system.connect()) {
                Data.signIn(owner);
            }
            var works = new Works(plan, system);
            var assurance = new AssuranceWorks(plan, system);
            measure(plan, "W0", figures, works::fixedCosts);
            measure(plan, "W1", figures, works::lists);
            measure(plan, "W1", figures, assurance::actions);
            measure(plan, "W2", figures, assurance::save);
            measure(plan, "W3", figures, works::dashboard);
            measure(plan, "MAP", figures, assurance::map);
            measure(plan, "LONG", figures, assurance::longReturn);
            measure(plan, "W5", figures, works::auditedChange);
            measure(plan, "W4", figures, works::importFile);
        }
        return figures;
    }

    private static void makeRows(Plan plan, Path data) throws Exception {
        try (var first = new RunningSystem(data)) {
            System.out.println("Making the rows. This takes a while.");
            try (var owner = first.connect()) {
                Data.make(owner, plan);
            }
        }
    }

    private interface Work {
        List<Figure> figures() throws Exception;
    }

    private static void measure(Plan plan, String code, List<Figure> figures, Work work) throws Exception {
        if (plan.wants(code)) {
            System.out.println("Measuring " + code);
            var measured = work.figures();
            measured.forEach(figure -> System.out.println("  " + figure.brief()));
            figures.addAll(measured);
        }
    }

    /// Starts on a data folder that is there, and what lies idle afterwards.
    private static List<Figure> starts(Plan plan, Path data) throws IOException, InterruptedException {
        var seconds = new ArrayList<Double>();
        var megabytes = 0.0;
        var application = 0.0;
        for (var i = 0; i < (plan.quick() ? 1 : 3); i++) {
            try (var system = new RunningSystem(data)) {
                seconds.add(system.secondsToAnswer());
                Thread.sleep(plan.quick() ? 100 : 5_000);
                megabytes = system.processes().megabytes();
                application = system.processes().applicationMegabytes();
            }
        }
        seconds.sort(Comparator.naturalOrder());
        return List.of(
                Figure.amount(
                        "W6",
                        "start to first page, data there",
                        "seconds",
                        seconds.get(seconds.size() / 2),
                        null,
                        new Target(5.0, null)),
                Figure.amount(
                        "W6",
                        "idle memory, both processes",
                        "MB",
                        megabytes,
                        null,
                        new Target(MOST_IDLE_MEGABYTES, null)),
                Figure.amount("W6", "of it the application", "MB", application, null, Target.NONE));
    }

    /// The engine alone: series of three years of months, judged and given their icons, one after
    /// another.
    private static Figure spc(Plan plan) throws Exception {
        var measured = Load.run(one(plan), null, _ -> {
            var values = new double[POINTS];
            var random = new java.util.Random(7);
            return () -> {
                for (var i = 0; i < POINTS; i++) {
                    values[i] = 80 + random.nextGaussian() * 5;
                }
                var chart = Series.of(values)
                        .direction(Direction.HIGHER_IS_BETTER)
                        .target(90)
                        .chart();
                return chart.variation() != null && chart.assurance() != null;
            };
        });
        return Figure.amount(
                "SPC", "points judged, one thread", "per second", measured.perSecond() * POINTS, null, Target.NONE);
    }

    private static Plan one(Plan plan) {
        var seconds = plan.quick() ? 0.3 : 3;
        return new Plan(
                plan.quick(),
                plan.kept(),
                plan.only(),
                plan.rows(),
                plan.organisations(),
                plan.quarters(),
                plan.importRows(),
                plan.icbs(),
                1,
                seconds,
                seconds);
    }

    /// With the database's own folder, where that had to be elsewhere.
    private static void remove(Path folder) throws IOException {
        var elsewhere = folder.resolve("data/DATABASE-IS-ELSEWHERE.txt");
        if (Files.exists(elsewhere)) {
            removeAll(Path.of(Files.readString(elsewhere).strip()));
        }
        removeAll(folder);
    }

    private static void removeAll(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
