package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import uk.goldenthread.contracts.model.Check;
import uk.goldenthread.contracts.model.Made;
import uk.goldenthread.contracts.model.Route;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.service.GatewayDesk;

/// Contracts that are being made: one waits for a designated professional, one for an executive, one goes on under a
/// waiver.
@Component
class Tendering {
    private final Register register;
    private final GatewayDesk gateway;

    Tendering(Register register, GatewayDesk gateway) {
        this.register = register;
        this.gateway = gateway;
    }

    void moments(List<Moment> all, World world, LocalDate today) {
        waitingForSignOff(all, world, today);
        failedCheck(all, world, today);
        waived(all, world, today);
    }

    private void waitingForSignOff(List<Moment> all, World world, LocalDate today) {
        var id = new AtomicLong();
        all.add(Contracting.on(
                today.minusDays(33),
                "plan advocacy",
                () -> id.set(register.plan(
                        world,
                        "ZV02",
                        "Domestic abuse advocates in emergency and maternity care",
                        21_500,
                        today.plusMonths(5).withDayOfMonth(1)))));
        all.add(Contracting.on(
                today.minusDays(20),
                "specify advocacy",
                () -> register.move(
                        world,
                        id.get(),
                        Stage.SPECIFICATION,
                        "Drafted with the maternity service and two survivors.")));
    }

    /// A contract on its way to due diligence.
    ///
    /// @param planned the day on which it was entered
    private AtomicLong chosen(
            List<Moment> all, World world, LocalDate planned, NewService service, LocalDate dueDiligence) {
        var id = new AtomicLong();
        all.add(Contracting.on(
                planned,
                "plan " + service.title(),
                () -> id.set(register.plan(
                        world, service.provider(), service.title(), service.monthly(), service.start()))));
        all.add(Contracting.on(
                planned.plusDays(8),
                "specify " + service.title(),
                () -> register.move(world, id.get(), Stage.SPECIFICATION, "")));
        all.add(Contracting.on(
                planned.plusDays(13),
                "sign " + service.title() + " off",
                () -> gateway.signOff(world.actor("DESIGNATED_NURSE"), id.get(), register.version(world, id.get()))
                        .orElseThrow()));
        all.add(Contracting.on(
                planned.plusDays(15),
                "procure " + service.title(),
                () -> register.move(world, id.get(), Stage.PROCUREMENT, "")));
        all.add(Contracting.on(
                dueDiligence,
                "due diligence of " + service.title(),
                () -> register.chosen(world, id.get(), service.route(), "")));
        return id;
    }

    private record NewService(String provider, String title, int monthly, Route route, LocalDate start) {}

    /// Every check as passed, but for those that failed and those not made yet.
    private static List<Made> checks(Map<Check, String> failed, List<Check> notMade) {
        return Arrays.stream(Check.values())
                .filter(check -> !notMade.contains(check))
                .map(check -> new Made(check, !failed.containsKey(check), failed.getOrDefault(check, "")))
                .toList();
    }

    private void failedCheck(List<Moment> all, World world, LocalDate today) {
        var service = new NewService(
                "ZH05",
                "Eye clinics in the community",
                52_000,
                Route.COMPETITIVE,
                today.plusMonths(4).withDayOfMonth(1));
        var id = chosen(all, world, today.minusDays(95), service, today.minusDays(12));
        all.add(Contracting.on(
                today.minusDays(6),
                "check the eye clinics",
                () -> gateway.check(
                                Register.manager(world),
                                id.get(),
                                checks(
                                        Map.of(
                                                Check.MCA_DOLS,
                                                "The policy on consent does not say who assesses capacity in a clinic."),
                                        List.of(Check.DBS)))
                        .orElseThrow()));
    }

    private void waived(List<Moment> all, World world, LocalDate today) {
        var service = new NewService(
                "ZN05",
                "Beds for people on their way home from hospital",
                47_000,
                Route.DIRECT_AWARD_C,
                today.plusMonths(1).withDayOfMonth(1));
        var id = chosen(all, world, today.minusDays(110), service, today.minusDays(32));
        all.add(Contracting.on(
                today.minusDays(27),
                "check the home",
                () -> gateway.check(
                                Register.manager(world),
                                id.get(),
                                checks(
                                        Map.of(
                                                Check.TRAINING,
                                                "Level 2 training for adults is at 78%; the target is 85%. The next course has places in six weeks."),
                                        List.of()))
                        .orElseThrow()));
        all.add(Contracting.on(
                today.minusDays(20),
                "waive the check",
                () -> gateway.waive(
                                world.actor("ICB_EXECUTIVE_LEAD"),
                                id.get(),
                                today.plusDays(60),
                                "The beds are needed this winter. Until the course is held somebody with level 3 is on every shift.")
                        .orElseThrow()));
        all.add(Contracting.on(today.minusDays(16), "sign", () -> register.move(world, id.get(), Stage.SIGNED, "")));
        all.add(Contracting.on(
                today.minusDays(9),
                "mobilise",
                () -> register.move(world, id.get(), Stage.MOBILISATION, "Staff are being named.")));
    }
}
