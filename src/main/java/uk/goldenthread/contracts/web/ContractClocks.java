package uk.goldenthread.contracts.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.contracts.model.Check;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Gateway;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.model.Withholding;
import uk.goldenthread.contracts.service.ContractDesk.Opened;
import uk.goldenthread.contracts.service.ContractRules;
import uk.goldenthread.contracts.store.ContractReading.Checked;
import uk.goldenthread.contracts.store.ContractReading.Happened;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.kernel.clocks.RunningClock;
import uk.goldenthread.shell.view.Dates;

/// Says how a contract stands, which of its clocks runs, and what could at most be withheld.
@Component
class ContractClocks {
    private final ContractRules rules;

    ContractClocks(ContractRules rules) {
        this.rules = rules;
    }

    static String pounds(BigDecimal amount) {
        return "£" + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK)).format(amount);
    }

    String state(Opened opened) {
        var contract = opened.contract();
        var since = "%s since %s.".formatted(contract.stage().words(), Dates.day(contract.stageSince()));
        var clock =
                switch (contract.stage()) {
                    case PERFORMANCE_NOTICE ->
                        " " + due("The contract management meeting", rules.meeting(contract.stageSince()));
                    case RAP ->
                        isPlanAgreed(opened)
                                ? " The remedial action plan is agreed and being carried out."
                                : " " + due("The remedial action plan", rules.plan(contract.stageSince()));
                    case SPECIFICATION ->
                        contract.signedOff()
                                ? " The safeguarding part is signed off."
                                : " A designated professional signs off the safeguarding part.";
                    case LIVE -> renewal(contract);
                    default -> "";
                };
        return since + clock;
    }

    private String due(String what, RunningClock clock) {
        var now = Moment.on(rules.today());
        return "%s is due by %s (%s)."
                .formatted(
                        what,
                        Dates.day(clock.dueAsOf(now).date()),
                        clock.reading(now).inWords());
    }

    private String renewal(Contract contract) {
        return contract.terms().endOn().isAfter(rules.endingBy())
                ? ""
                : " It ends on %s: its renewal is to be reviewed."
                        .formatted(Dates.day(contract.terms().endOn()));
    }

    private static boolean isPlanAgreed(Opened opened) {
        LocalDate since = opened.contract().stageSince();
        return opened.steps().stream()
                .anyMatch(
                        step -> step.step().equals("PLAN_AGREED") && !step.day().isBefore(since));
    }

    /// What could at most be withheld (BR-CON-4); null where no plan is breached or the value is not known,
    /// and for a provider's people until the ICB has given notice that it withholds: until then it is a
    /// figure that the ICB decides with.
    @Nullable
    String figure(Actor actor, Opened opened) {
        var contract = opened.contract();
        var value = contract.terms().monthlyValue();
        boolean arises = contract.stage() == Stage.WITHHOLDING
                || (contract.stage() == Stage.RAP_BREACHED && actor.reachesWholeIcb());
        if (!arises) {
            return null;
        }
        if (value == null) {
            return "What could at most be withheld cannot be worked out: the monthly value is not entered.";
        }
        var breached = opened.steps().stream()
                .filter(step -> step.step().equals("MOVED") && step.stage() == Stage.RAP_BREACHED)
                .map(Happened::day)
                .reduce((_, later) -> later)
                .orElse(contract.stageSince());
        var figure = Withholding.of(value, rules.withholding(), breached, rules.today());
        return ("At most %s for each month of failure (%s%% of the monthly value); %d %s begun since %s, so at most %s in all."
                        + " This is a figure to decide with. Golden Thread instructs no withholding.")
                .formatted(
                        pounds(figure.perMonth()),
                        rules.withholding().stripTrailingZeros().toPlainString(),
                        figure.months(),
                        figure.months() == 1 ? "month" : "months",
                        Dates.day(breached),
                        pounds(figure.inAll()));
    }

    /// What keeps the gateway shut, or that it is open.
    String gateway(Opened opened) {
        var passed = opened.checks().stream()
                .collect(Collectors.toMap(each -> each.check().name(), Checked::passed));
        var waiver = opened.waiver();
        var gateway = Gateway.of(passed, waiver == null ? null : waiver.until());
        var today = rules.today();
        if (gateway.shutBy(today).isEmpty()) {
            return gateway.failed().isEmpty()
                    ? "Open: all eight checks passed."
                    : "Open under a waiver, although %s failed."
                            .formatted(gateway.failed().stream()
                                    .map(check -> check.words().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
        var missing = gateway.missing().size();
        return "Shut."
                + (missing == 0
                        ? ""
                        : missing == 1
                                ? " 1 check is not recorded."
                                : " %d checks are not recorded.".formatted(missing))
                + (gateway.failed().isEmpty() || gateway.isWaived(today)
                        ? ""
                        : " Failed: "
                                + gateway.failed().stream().map(Check::words).collect(Collectors.joining(", "))
                                + (gateway.failed().size() == 1
                                        ? ". It must pass, or an ICB executive lead waives it."
                                        : ". They must pass, or an ICB executive lead waives them."));
    }
}
