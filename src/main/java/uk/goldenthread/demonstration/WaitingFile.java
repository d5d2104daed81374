package uk.goldenthread.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.UploadedFile;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Month;

/// A file that the coordinator uploaded today and that waits for the nurse: figures to take in, and rows with something
/// wrong.
@Component
class WaitingFile {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Imports imports;

    WaitingFile(Imports imports) {
        this.imports = imports;
    }

    void upload(World world, Instant now) {
        var month = Month.of(London.dateOf(now)).previous().code();
        var file = """
                organisation_code,period,kpi,numerator,denominator,value,narrative,confidence
                %1$s,%3$s,K01,930,1000,,,EVIDENCED
                %1$s,%3$s,K02,388,412,,,EVIDENCED
                %2$s,%3$s,K01,871,905,,,EVIDENCED
                %2$s,%3$s,K02,402,390,,,EVIDENCED
                ZX999,%3$s,K01,10,12,,,EVIDENCED
                """.formatted(Stories.RESTATING_TRUST, Stories.REBASED_TRUST, month);
        imports.upload(
                        world.actor("SAFEGUARDING_COORDINATOR"),
                        new UploadedFile(
                                "trusts-%s.csv".formatted(month), file.getBytes(StandardCharsets.UTF_8), null, null),
                        PATIENCE)
                .orElseThrow();
    }
}
