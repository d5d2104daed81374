package uk.goldenthread.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.demonstration.plan.PlannedLine;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.UploadedFile;
import uk.goldenthread.kernel.calendar.Month;

/// A file that the coordinator uploaded today and that waits for the nurse: figures to take in, and rows with something
/// wrong.
@Component
class WaitingFile {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PROVIDERS = 3;
    private static final int FIGURES = 4;

    private final Imports imports;

    WaitingFile(Imports imports) {
        this.imports = imports;
    }

    void upload(World world) {
        var month = world.plan().latestMonth().next();
        var file = new StringBuilder("organisation_code,period,kpi,numerator,denominator,value,narrative,confidence\n");
        owed(world, month)
                .forEach(each -> file.append("%s,%s,%s,%s,%s,,,EVIDENCED%n"
                        .formatted(
                                each.getKey(),
                                month.code(),
                                each.getValue().kpi(),
                                each.getValue().numerator(),
                                each.getValue().denominator())));
        file.append("%s,%s,K02,402,390,,,EVIDENCED%n".formatted(Stories.DECLINING_TRUST, month.code()));
        file.append("ZX999,%s,K01,10,12,,,EVIDENCED%n".formatted(month.code()));
        imports.upload(
                        world.actor("SAFEGUARDING_COORDINATOR"),
                        new UploadedFile(
                                "providers-%s.csv".formatted(month.code()),
                                file.toString().getBytes(StandardCharsets.UTF_8),
                                null,
                                null),
                        PATIENCE)
                .orElseThrow();
    }

    /// Figures of the month that is open, of the first few providers that have not sent theirs.
    private static List<Map.Entry<String, PlannedLine>> owed(World world, Month month) {
        return world.plan().returns().stream()
                .filter(each -> each.period().equals(month) && each.submittedAt() == null)
                .limit(PROVIDERS)
                .flatMap(each -> each.lines().stream()
                        .filter(line -> line.numerator() != null)
                        .skip(each.lines().size() / 2)
                        .limit(FIGURES)
                        .map(line -> Map.entry(each.organisation(), line)))
                .toList();
    }
}
