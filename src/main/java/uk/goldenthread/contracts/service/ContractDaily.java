package uk.goldenthread.contracts.service;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.contracts.store.DueStore;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.shell.view.Dates;

/// Says nine, six and three months before a contract ends that its renewal is to be reviewed (BR-CON-1),
/// and tells of
/// requests for evidence on the day after they were due.
@Component
class ContractDaily implements DailyJob {
    private static final List<String> ROLES = List.of("CONTRACT_MANAGER", "DESIGNATED_NURSE");

    private final DueStore store;
    private final ContractRules rules;
    private final TellProvider tell;
    private final Notifications notifications;
    private final UnitOfWork work;

    ContractDaily(
            DueStore store, ContractRules rules, TellProvider tell, Notifications notifications, UnitOfWork work) {
        this.store = store;
        this.rules = rules;
        this.tell = tell;
        this.notifications = notifications;
        this.work = work;
    }

    @Override
    public String name() {
        return "contracts.daily";
    }

    @Override
    public void run(int icb, LocalDate today) {
        work.write(Scope.jobFor(icb), () -> {
            for (int months : rules.renewalMonths()) {
                store.reaching(icb, today, months).forEach(ending -> renew(icb, ending, months));
            }
            store.dueOn(icb, today.minusDays(1)).forEach(request -> {
                tell.overdue(request.organisation(), request.id());
                tell(
                        icb,
                        new Message(
                                "EVIDENCE_OVERDUE",
                                "Request for evidence number %d was due yesterday and is not answered."
                                        .formatted(request.id()),
                                "/contracts/requests/" + request.id(),
                                "evidence-request/%d/overdue".formatted(request.id()),
                                false));
            });
            return true;
        });
    }

    private void renew(int icb, DueStore.Ending ending, int months) {
        tell(
                icb,
                new Message(
                        "CONTRACT_RENEWAL",
                        "Contract %s ends on %s, in %d months. Review its renewal."
                                .formatted(ending.reference(), Dates.day(ending.endOn()), months),
                        "/contracts/" + ending.id(),
                        "contract/%d/renewal/%s/%d".formatted(ending.id(), ending.endOn(), months),
                        false));
    }

    private void tell(int icb, Message message) {
        ROLES.forEach(role -> notifications.tell(new Addressee.Holders(icb, role), message));
    }
}
