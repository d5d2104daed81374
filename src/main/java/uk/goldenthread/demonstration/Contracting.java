package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.service.Reporting;
import uk.goldenthread.contracts.service.Requests;
import uk.goldenthread.demonstration.GivenEvidence.File;
import uk.goldenthread.demonstration.Register.Numbers;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.shell.view.Dates;

/// What happens to the demonstration's contracts: notices and what follows them, renewals, and evidence that was asked
/// for.
@Component
class Contracting implements Tale {
    private final Register register;
    private final Tendering tendering;
    private final Reporting reporting;
    private final Requests requests;
    private final GivenEvidence given;

    Contracting(Register register, Tendering tendering, Reporting reporting, Requests requests, GivenEvidence given) {
        this.register = register;
        this.tendering = tendering;
        this.reporting = reporting;
        this.requests = requests;
        this.given = given;
    }

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var all = new ArrayList<Moment>();
        var numbers = new Numbers();
        register.entered(all, world, today, numbers);
        notices(all, world, today, numbers);
        renewals(all, world, today, numbers);
        tendering.moments(all, world, today);
        asked(all, world, today, numbers);
        return all;
    }

    /// In the afternoon, after what happened to the provider otherwise that day.
    static Moment on(LocalDate day, String what, Runnable work) {
        return new Moment(Oversight.morning(day).plusSeconds(2 * 3600), what, work);
    }

    private Moment move(World world, Numbers numbers, String provider, LocalDate day, Stage to, String words) {
        return on(day, "%s: %s".formatted(provider, to), () -> register.move(world, numbers.of(provider), to, words));
    }

    private void notices(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        var recovered = Stories.RECOVERED_TRUST;
        all.add(move(
                world,
                numbers,
                recovered,
                today.minusMonths(16).plusDays(3),
                Stage.PERFORMANCE_NOTICE,
                "Level 3 training and supervision are far below what Schedule 4 asks."));
        all.add(move(
                world,
                numbers,
                recovered,
                today.minusMonths(16).plusDays(14),
                Stage.RAP,
                "Meeting with the chief nurse: a plan with dates follows."));
        all.add(on(
                today.minusMonths(16).plusDays(24),
                "the recovered trust's plan",
                () -> agreePlan(world, numbers.of(recovered), "Peer support and a date for every team.")));
        all.add(move(
                world,
                numbers,
                recovered,
                today.minusMonths(7).plusDays(1),
                Stage.LIVE,
                "The plan is done: both figures are at target in two reviews."));
        decline(all, world, today, numbers);
        all.add(move(
                world,
                numbers,
                Stories.SILENT_HOSPITAL,
                today.minusDays(4),
                Stage.PERFORMANCE_NOTICE,
                "No return for six months and no answer to three messages, which SC32 and Schedule 6A ask for."));
    }

    private void agreePlan(World world, long contract, String words) {
        reporting.planAgreed(Register.manager(world), contract, words).orElseThrow();
    }

    /// Notice, meeting, a plan in outline, and its first step not done: one day later the trust is under enhanced
    /// oversight.
    private void decline(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        var trust = Stories.DECLINING_TRUST;
        all.add(
                move(
                        world,
                        numbers,
                        trust,
                        today.minusDays(88),
                        Stage.PERFORMANCE_NOTICE,
                        "Level 3 training and supervision are below what Schedule 4 asks, and the recovery plan has no dates."));
        all.add(move(
                world,
                numbers,
                trust,
                today.minusDays(75),
                Stage.RAP,
                "Meeting with the chief nurse. The remedial action plan follows."));
        all.add(on(
                today.minusDays(64),
                "the plan in outline",
                () -> agreePlan(
                        world,
                        numbers.of(trust),
                        "In outline: the named nurse's post is covered at once, and every ward has a date for level 3 training by %s."
                                .formatted(Dates.day(today.minusDays(40))))));
        all.add(move(
                world,
                numbers,
                trust,
                today.minusDays(39),
                Stage.RAP_BREACHED,
                "The emergency department has no date yet, so the plan's first step was not done by its day."));
    }

    private void renewals(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        all.add(move(
                world,
                numbers,
                "ZL01",
                today.minusDays(60),
                Stage.RENEWAL_REVIEW,
                "The council asks to keep the service as it is for two more years."));
        all.add(move(world, numbers, "ZS03", today.minusDays(130), Stage.RENEWAL_REVIEW, "Nobody else offers it."));
        all.add(on(today.minusDays(15), "renew the children's hospice", () -> {
            var id = numbers.of("ZS03");
            register.renew(
                    world,
                    id,
                    register.end(world, id).plusYears(2),
                    "NV-ZS03-02",
                    "Renewed on the same terms, with supervision added to what is reported.");
        }));
    }

    private void asked(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        var log = answered(
                all,
                world,
                numbers,
                new Asked(
                        Stories.RECOVERED_TRUST,
                        today.minusDays(62),
                        "The supervision log of every team for the last quarter"),
                new Answered(today.minusDays(54), "Supervision log of every team"));
        all.add(on(
                today.minusDays(50),
                "accept the log",
                () -> requests.accept(Register.manager(world), log.get(), 2).orElseThrow()));
        answered(
                all,
                world,
                numbers,
                new Asked(
                        Stories.RESTATING_TRUST, today.minusDays(11), "The audit behind the figure that was restated"),
                new Answered(today.minusDays(3), "Audit of training records"));
        for (var awaited : List.of(
                new Asked(
                        Stories.DECLINING_TRUST,
                        today.minusDays(27),
                        "The rota that releases staff for level 3 training, ward by ward"),
                new Asked(
                        Stories.QUERIED_TRUST,
                        today.minusDays(2),
                        "How CP-IS is checked in the new records system, with a sample of ten contacts"),
                new Asked(
                        Stories.LATE_PRACTICE,
                        today.minusDays(6),
                        "The minutes of the last practice meeting on safeguarding"))) {
            ask(all, world, numbers, awaited);
        }
    }

    private record Asked(String provider, LocalDate on, String words) {}

    /// @param title of the evidence that answers it
    private record Answered(LocalDate on, String title) {}

    private AtomicLong answered(List<Moment> all, World world, Numbers numbers, Asked asked, Answered answered) {
        var id = ask(all, world, numbers, asked);
        all.add(on(
                answered.on(),
                "answer of " + asked.provider(),
                () -> answer(world, asked.provider(), id.get(), answered)));
        return id;
    }

    private AtomicLong ask(List<Moment> all, World world, Numbers numbers, Asked asked) {
        var id = new AtomicLong();
        all.add(on(
                asked.on(),
                "ask " + asked.provider(),
                () -> id.set(requests.ask(
                                Register.manager(world),
                                numbers.of(asked.provider()),
                                asked.provider().equals(Stories.LATE_PRACTICE) ? "NATIONAL" : "SC32",
                                asked.words())
                        .orElseThrow())));
        return id;
    }

    private void answer(World world, String provider, long request, Answered answered) {
        given.give(
                world,
                provider,
                new File(answered.title(), DocumentKind.REPORT, EvidenceClass.PRACTICE),
                answered.on(),
                Requests.name(request));
        requests.answer(GivenEvidence.owner(world, provider), request, 1, "").orElseThrow();
    }
}
