package uk.goldenthread.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;
import uk.goldenthread.visits.model.AuditRules;
import uk.goldenthread.visits.model.VisitKind;

/// A provider's confirmed visit and its audit, and the ICB's plan, for the matrix.
@Component
public class VisitSampler implements Sampler {
    private final Visits visits;
    private final Audits audits;
    private final Programmes programmes;
    private final Clock clock;

    VisitSampler(Visits visits, Audits audits, Programmes programmes, Clock clock) {
        this.visits = visits;
        this.audits = audits;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        long visit = visits.plan(
                        nurse.actor(),
                        provider.id(),
                        VisitKind.WALKROUND,
                        "Visit of the matrix of permissions",
                        today,
                        "")
                .orElseThrow();
        visits.confirm(nurse.actor(), visit, today).orElseThrow();
        var said = new AuditRules.Said(
                "Audit of the matrix of permissions",
                "Does every page refuse whom it must?",
                "It does where somebody looked",
                20,
                20,
                today.minusDays(60),
                today.minusDays(1),
                today.plusDays(300));
        long audit = audits.share(
                        nurse.actor(),
                        new AuditRules.Details(
                                provider.id(), "ICB_COMMISSIONED", "", "", "GOOD", "VALIDATED", "", null),
                        said)
                .orElseThrow();
        int plan = programmes.propose(nurse.actor(), 7).orElseThrow();
        var id = Long.toString(visit);
        var samples = new ArrayList<Sample>();
        samples.add(new Sample("/visits/{id", Map.of("id", id), true));
        Map.of("plan", "confirm", "report", "draft", "facts", "checked")
                .forEach((sort, step) -> samples.add(
                        new Sample("/visits/{id:\\d+}/" + sort + "/{step", Map.of("id", id, "step", step), true)));
        samples.add(new Sample("/visits/programme/{id", Map.of("id", Integer.toString(plan)), false));
        samples.add(new Sample("/audits/{id", Map.of("id", Long.toString(audit)), true));
        return samples;
    }
}
