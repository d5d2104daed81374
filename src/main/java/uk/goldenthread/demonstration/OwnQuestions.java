package uk.goldenthread.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.framework.OwnFrameworks;

/// The ICB's own framework: published last year, and again this year with a line more and another made plainer.
@Component
class OwnQuestions implements Tale {
    private static final String RESOURCE = "demonstration/care-at-home.yaml";
    private static final int FIRST_DAYS_AGO = 420;
    private static final int SECOND_DAYS_AGO = 75;
    private static final String LATER = "(?s)      # later\n.*?(?=  - code: M\n)";

    private final OwnFrameworks own;

    OwnQuestions(OwnFrameworks own) {
        this.own = own;
    }

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var first = today.minusDays(FIRST_DAYS_AGO);
        var second = today.minusDays(SECOND_DAYS_AGO);
        var plain = text();
        var earlier = plain.replaceAll(LATER, "").replace("{missed}", "Missed visits are followed up");
        var later = plain.replace("{missed}", "A missed visit is followed up within the hour, and counted");
        return List.of(
                new Moment(
                        Oversight.morning(first),
                        "publish the ICB's own framework",
                        () -> publish(world, earlier, "1", first)),
                new Moment(
                        Oversight.morning(second),
                        "publish its second edition",
                        () -> publish(world, later, "2", second)));
    }

    private void publish(World world, String text, String edition, LocalDate day) {
        var nurse = world.actor("DESIGNATED_NURSE");
        var filled = text.replace("{edition}", edition)
                .replace("{from}", day.plusMonths(1).withDayOfMonth(1).toString());
        var reading = own.read(nurse, "care at home.yaml", filled.getBytes(StandardCharsets.UTF_8));
        if (reading.sound() == null) {
            throw new IllegalStateException(reading.faults().toString());
        }
        own.publish(nurse, reading.fileName(), reading.content()).orElseThrow();
    }

    private static String text() {
        try (var in = OwnQuestions.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no such file: " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
