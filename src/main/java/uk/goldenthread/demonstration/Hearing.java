package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.intelligence.Intelligence;
import uk.goldenthread.intelligence.Regulator;

/// What the ICB's people heard of providers, and what the regulator published of them.
@Component
class Hearing implements Tale {
    private final Intelligence intelligence;
    private final Regulator regulator;

    Hearing(Intelligence intelligence, Regulator regulator) {
        this.intelligence = intelligence;
        this.regulator = regulator;
    }

    /// @param ago days ago that it was heard
    private record Remark(String provider, int ago, String source, String theme, String words) {}

    /// @param ago days ago that it was published
    /// @param overall with `safe`, codes of grades; both empty for a warning notice
    private record Report(String provider, int ago, String overall, String safe, String about) {}

    private static final List<Remark> REMARKS = List.of(
            new Remark(
                    Stories.DECLINING_TRUST,
                    52,
                    "FREEDOM_TO_SPEAK_UP",
                    "TRAINING",
                    "Staff of two wards say that they are taken off training days to fill shifts."),
            new Remark(
                    Stories.DECLINING_TRUST,
                    38,
                    "GENERAL_PRACTICE",
                    "CHILDREN",
                    "A practice rang three times before anybody in the team took a referral."),
            new Remark(
                    Stories.DECLINING_TRUST,
                    24,
                    "LADO",
                    "SUPERVISION",
                    "Nobody could say who stands in for the named nurse."),
            new Remark(
                    Stories.DECLINING_TRUST,
                    9,
                    "COMPLAINT",
                    "TRAINING",
                    "A family complains that nobody on the ward knew what to do with their worry."),
            new Remark(
                    Stories.SILENT_HOSPITAL,
                    30,
                    "LOCAL_AUTHORITY",
                    "ADULTS",
                    "The council waits longer than before for answers about enquiries."),
            new Remark(
                    Stories.SILENT_HOSPITAL,
                    12,
                    "STAFF",
                    "SAFER_STAFF",
                    "Somebody who left says that agency staff begin before their checks are back."),
            new Remark(
                    Stories.RECOVERED_TRUST,
                    90,
                    "PATIENT_OR_CARER",
                    "SUPERVISION",
                    "A carer praises how the team talked with her; it said that it meets every month now."),
            new Remark(
                    Stories.LOCKED_HOME,
                    45,
                    "COMPLAINT",
                    "ADULTS",
                    "A visitor found nobody at the desk one evening and walked in."));

    private static final List<Report> REPORTS = List.of(
            new Report(Stories.DECLINING_TRUST, 900, "GOOD", "GOOD", ""),
            new Report(Stories.DECLINING_TRUST, 65, "REQUIRES_IMPROVEMENT", "REQUIRES_IMPROVEMENT", ""),
            new Report(Stories.RECOVERED_TRUST, 850, "REQUIRES_IMPROVEMENT", "REQUIRES_IMPROVEMENT", ""),
            new Report(Stories.RECOVERED_TRUST, 120, "GOOD", "GOOD", ""),
            new Report(Stories.RESTATING_TRUST, 400, "GOOD", "GOOD", ""),
            new Report(Stories.SILENT_HOSPITAL, 700, "GOOD", "GOOD", ""),
            new Report(Stories.SILENT_HOSPITAL, 35, "", "", "Recruitment checks: regulation 19"),
            new Report(Stories.LOCKED_HOME, 500, "GOOD", "REQUIRES_IMPROVEMENT", ""));

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var all = new ArrayList<Moment>();
        var nurse = world.actor("DESIGNATED_NURSE");
        for (var remark : REMARKS) {
            var day = today.minusDays(remark.ago());
            all.add(at(day, "hear of " + remark.provider(), () -> {
                var heard = new Intelligence.New(
                        remark.provider(),
                        remark.source(),
                        remark.theme(),
                        remark.words(),
                        day,
                        remark.provider().equals(Stories.RECOVERED_TRUST));
                var id = intelligence.add(nurse, heard).orElseThrow();
                if (remark.provider().equals(Stories.LOCKED_HOME)) {
                    intelligence
                            .close(nurse, id, "The home has a bell now, and somebody who answers it; seen on a visit.")
                            .orElseThrow();
                }
            }));
        }
        REPORTS.forEach(report -> all.add(publish(nurse, report, today)));
        return all;
    }

    /// What was published before the system began was written down when it began.
    private Moment publish(Actor nurse, Report report, LocalDate today) {
        var published = new Regulator.New(
                report.provider(),
                !report.about().isEmpty(),
                today.minusDays(report.ago()),
                report.overall(),
                report.safe(),
                report.about());
        return at(
                today.minusDays(Math.min(report.ago(), 700)),
                "published of " + report.provider(),
                () -> regulator.add(nurse, published).orElseThrow());
    }

    private static Moment at(LocalDate day, String what, Runnable work) {
        return new Moment(Oversight.morning(day).plusSeconds(7200), what, work);
    }
}
