package uk.goldenthread.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The limit: the one best statement for the work, prepared on the server, without row-level
/// security, on the same
/// database in the same run. Through JDBC, and through pgbench where the machine has it; the better
/// of the two counts.
final class BareSql {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final Plan plan;
    private final RunningSystem system;

    BareSql(Plan plan, RunningSystem system) {
        this.plan = plan;
        this.system = system;
    }

    /// How often a second the statement runs; `?` stands for a random whole number from `from` to `to`.
    double perSecond(String sql, int from, int to) throws Exception {
        return Math.max(
                Load.run(plan, null, number -> new Runner(system.connect(), sql, from, to, number))
                        .perSecond(),
                pgbench(sql, from, to));
    }

    /// One connection that repeats a prepared statement and reads all that it returns.
    private static final class Runner implements Load.Worker {
        private final Connection connection;
        private final PreparedStatement statement;
        private final java.util.SplittableRandom random;
        private final int from;
        private final int to;
        private final int parameters;

        Runner(Connection connection, String sql, int from, int to, int number) throws java.sql.SQLException {
            this.connection = connection;
            Data.run(connection, "select set_config('app.account', '1', false)");
            this.statement = connection.prepareStatement(sql);
            this.parameters = statement.getParameterMetaData().getParameterCount();
            this.random = new java.util.SplittableRandom(number);
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean once() throws java.sql.SQLException {
            var drawn = random.nextInt(from, to + 1);
            for (var i = 1; i <= parameters; i++) {
                statement.setInt(i, drawn);
            }
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    var columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        rows.getString(columns);
                    }
                }
            }
            return true;
        }

        @Override
        public void close() throws java.sql.SQLException {
            connection.close();
        }
    }

    private double pgbench(String sql, int from, int to) throws IOException, InterruptedException {
        if (!installed()) {
            return 0;
        }
        var script = Files.createTempFile("golden-thread-bench", ".sql");
        Files.writeString(
                script,
                "\\set drawn random(%d, %d)\n%s;\n"
                        .formatted(from, to, sql.replace("?", ":drawn").replace('\n', ' ')));
        var process = new ProcessBuilder(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(plan.connections()),
                "-j",
                "2",
                "-T",
                Integer.toString((int) Math.max(1, plan.seconds())),
                "-f",
                script.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(system.databasePort()),
                "-U",
                "gt_owner",
                "postgres"));
        process.environment().put("PGPASSWORD", system.password());
        process.environment().put("PGOPTIONS", "-c search_path=app,lib -c app.account=1");
        var output = process.redirectErrorStream(true).start();
        var said = new String(output.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        output.waitFor(plan.quick() ? 30 : 120, TimeUnit.SECONDS);
        Files.delete(script);
        var found = TPS.matcher(said);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static boolean installed() {
        return java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(java.nio.file.Path.of(folder, "pgbench")));
    }
}
