package uk.goldenthread.commandline;

import static uk.goldenthread.commandline.CsvOutput.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Caution;
import uk.goldenthread.kernel.spc.Chart;
import uk.goldenthread.kernel.spc.Side;

/// XmR charts of many series at once.
@Command(name = "spc", description = "XmR limits, labels and icons.", mixinStandardHelpOptions = true)
final class CalcSpc implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            description = "CSV: series,period,value and optionally target,direction,screen_outliers,fix_after,rebase")
    private String input = "";

    @Option(names = "--output", description = "CSV, a row a point; - for standard output")
    private String output = "-";

    @Option(names = "--icons", description = "CSV, a row a series: series,variation,assurance,points,warning")
    private @Nullable String icons;

    private final Console console;
    private final RowErrors errors = new RowErrors();

    CalcSpc(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, List<CsvInput.Row>> bySeries = new LinkedHashMap<>();
        for (var row : CsvInput.rows(console, input, "series", "period", "value")) {
            bySeries.computeIfAbsent(row.get("series"), _ -> new ArrayList<>()).add(row);
        }
        var points = new CsvOutput(
                "series",
                "period",
                "value",
                "segment",
                "mean",
                "lower_limit",
                "upper_limit",
                "lower_near",
                "upper_near",
                "label",
                "side");
        var summary = new CsvOutput("series", "variation", "assurance", "points", "warning");
        bySeries.values()
                .forEach(rows -> SpcRows.chart(rows, errors).ifPresent(chart -> {
                    writePoints(rows, chart, points);
                    writeIcons(rows, chart, summary);
                }));
        points.writeTo(console, output);
        Optional.ofNullable(icons).ifPresent(file -> summary.writeTo(console, file));
        return errors.report(console);
    }

    private static void writePoints(List<CsvInput.Row> rows, Chart chart, CsvOutput points) {
        for (int i = 0; i < chart.size(); i++) {
            var limits = chart.limits(chart.segment(i));
            points.row(
                    rows.get(i).get("series"),
                    rows.get(i).get("period"),
                    rows.get(i).get("value"),
                    chart.segment(i),
                    number(limits.mean()),
                    number(limits.lower()),
                    number(limits.upper()),
                    number(limits.lowerNear()),
                    number(limits.upperNear()),
                    chart.label(i),
                    chart.side(i) == Side.NONE ? "" : chart.side(i));
        }
    }

    private static void writeIcons(List<CsvInput.Row> rows, Chart chart, CsvOutput summary) {
        int withValue = 0;
        for (int segment = 0; segment < chart.segments(); segment++) {
            withValue += chart.limits(segment).points();
        }
        summary.row(
                rows.getFirst().get("series"),
                chart.variation(),
                chart.assurance().map(Assurance::name).orElse(""),
                withValue,
                chart.cautions().stream().map(Caution::name).collect(Collectors.joining(";")));
    }
}
