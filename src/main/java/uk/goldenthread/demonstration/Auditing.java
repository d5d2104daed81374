package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.visits.Audits;
import uk.goldenthread.visits.model.AuditRules;

/// Audits: one that was repeated, one that is soon to be, one of several agencies.
@Component
class Auditing implements Tale {
    private final Audits audits;

    Auditing(Audits audits) {
        this.audits = audits;
    }

    /// What is said of one.
    private record Told(String title, String question, String learning, int sample, int met) {}

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var first = new AtomicLong();
        var voice = "The voice of the child in the record";
        var all = new ArrayList<Moment>();
        all.add(moment(
                today.minusDays(330),
                "audit the voice of the child",
                on -> first.set(share(
                        Answers.named(world, Stories.DECLINING_TRUST),
                        details(world, Stories.DECLINING_TRUST, "SINGLE_AGENCY", "REQUIRES_IMPROVEMENT", "R1", null),
                        new Told(
                                voice,
                                "Do records hold the child's own words?",
                                "Wards that use the new form do; the others write of the child, not from it.",
                                20,
                                11),
                        on))));
        all.add(moment(
                today.minusDays(4),
                "repeat that audit",
                on -> share(
                        Answers.named(world, Stories.DECLINING_TRUST),
                        details(world, Stories.DECLINING_TRUST, "RE_AUDIT", "GOOD", "R1", first.get()),
                        new Told(
                                voice,
                                "Do records hold the child's own words?",
                                "The form is used everywhere. Two records were made by agency staff.",
                                20,
                                18),
                        on)));
        ofTheIcb(world, today, all);
        return all;
    }

    private void ofTheIcb(World world, LocalDate today, List<Moment> all) {
        all.add(moment(
                today.minusDays(325),
                "audit missed appointments",
                on -> share(
                        world.actor("DESIGNATED_NURSE"),
                        details(world, Stories.RESTATING_TRUST, "ICB_COMMISSIONED", "INADEQUATE", "P1", null),
                        new Told(
                                "Children who were not brought",
                                "Is each missed appointment followed up within two working days?",
                                "Clinics close the appointment; nobody is asked to call.",
                                30,
                                12),
                        on)));
        all.add(moment(
                today.minusDays(120),
                "audit with the partnership",
                on -> share(
                        world.actor("DESIGNATED_NURSE"),
                        details(world, Stories.RECOVERED_TRUST, "MULTI_AGENCY", "GOOD", "R5", null),
                        new Told(
                                "Neglect: what each agency knew and shared",
                                "Was what each agency knew put together in time?",
                                "Chronologies were shared in all but one case; school nursing was asked late.",
                                8,
                                7),
                        on)));
    }

    private static Moment moment(LocalDate day, String what, java.util.function.Consumer<LocalDate> work) {
        return new Moment(Oversight.morning(day).plusSeconds(5400), what, () -> work.accept(day));
    }

    private static AuditRules.Details details(
            World world, String provider, String kind, String result, String topic, @Nullable Long repeats) {
        return new AuditRules.Details(
                world.organisation(provider),
                kind,
                "The ICB's standard for records, 2024",
                "Records drawn at random by the information team",
                result,
                "VALIDATED",
                topic,
                repeats);
    }

    private long share(Actor actor, AuditRules.Details details, Told told, LocalDate on) {
        return audits.share(
                        actor,
                        details,
                        new AuditRules.Said(
                                told.title(),
                                told.question(),
                                told.learning(),
                                told.sample(),
                                told.met(),
                                on.minusDays(120),
                                on.minusDays(20),
                                on.plusDays(345)))
                .orElseThrow();
    }
}
