package uk.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RoleHolders;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.model.Lock;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.shell.view.Dates;

/// The terms on which a lock is lifted: for one named person, for a limited time, with a reason.
@Component
class Unlocking {
    private final RoleHolders holders;
    private final ReturnRules rules;

    Unlocking(RoleHolders holders, ReturnRules rules) {
        this.holders = holders;
        this.rules = rules;
    }

    List<RoleHolders.Holder> whoMayEnter(ReturnHeader header) {
        return holders.whoMay(Permission.RETURN_ENTER, header.icb(), header.organisation(), rules.today());
    }

    /// @param lifted what was granted of this return before
    List<Reason> refusals(ReturnHeader header, List<Lock.Lifted> lifted, int account, LocalDate until) {
        var reasons = new ArrayList<Reason>();
        lifted.stream()
                .filter(each -> each.account() == account && !each.until().isBefore(until))
                .findFirst()
                .ifPresent(each -> reasons.add(Reason.house(
                        "until",
                        "The lock is lifted for this person until %s already.".formatted(Dates.day(each.until())))));
        if (rules.lock(header, List.of(), account).lets()) {
            reasons.add(Reason.house("", "This return is not locked."));
        }
        if (whoMayEnter(header).stream().noneMatch(holder -> holder.account() == account)) {
            reasons.add(Reason.house("account", "Choose a person who may enter this provider's return."));
        }
        var latest = rules.latestUnlock();
        if (until.isBefore(rules.today()) || until.isAfter(latest)) {
            reasons.add(Reason.house("until", "Give a day from today to %s.".formatted(Dates.day(latest))));
        }
        return reasons;
    }

    String sentence(ReturnHeader header, Lock.Lifted exception) {
        var name = whoMayEnter(header).stream()
                .filter(holder -> holder.account() == exception.account())
                .map(RoleHolders.Holder::name)
                .findFirst()
                .orElse("");
        return "%s may change it until %s. %s".formatted(name, Dates.day(exception.until()), exception.reason());
    }
}
