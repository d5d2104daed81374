package uk.goldenthread.contracts.service;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.kernel.clocks.RunningClock;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.shell.view.Dates;

/// Tells a provider what the ICB did under its contract, in the transaction that did it.
@Component
class TellProvider {
    private static final List<String> ROLES =
            List.of("PROVIDER_EXECUTIVE_LEAD", "PROVIDER_NAMED_PROFESSIONAL", "PRACTICE_LEAD");

    private final Notifications notifications;

    TellProvider(Notifications notifications) {
        this.notifications = notifications;
    }

    private void tell(int organisation, Message message) {
        ROLES.forEach(role -> notifications.tell(new Addressee.Holders(organisation, role), message));
    }

    void notice(Contract contract, RunningClock meeting, LocalDate on) {
        var sentence =
                "The ICB has given notice under contract %s. The contract management meeting is to be held by %s."
                        .formatted(
                                contract.terms().reference(),
                                Dates.day(meeting.dueAsOf(Moment.on(on)).date()));
        tell(
                contract.organisation(),
                new Message(
                        "CONTRACT_NOTICE",
                        sentence,
                        "/contracts/" + contract.id(),
                        "contract/%d/notice/%s".formatted(contract.id(), on),
                        true));
    }

    void asked(Contract contract, long request, LocalDate due) {
        tell(
                contract.organisation(),
                new Message(
                        "EVIDENCE_ASKED",
                        "The ICB asks for evidence under contract %s, by %s."
                                .formatted(contract.terms().reference(), Dates.day(due)),
                        "/contracts/requests/" + request,
                        "evidence-request/" + request,
                        true));
    }

    void givenBack(int organisation, long request, int version) {
        tell(
                organisation,
                new Message(
                        "EVIDENCE_GIVEN_BACK",
                        "The ICB needs more than your answer to its request for evidence number %d.".formatted(request),
                        "/contracts/requests/" + request,
                        "evidence-request/%d/back/%d".formatted(request, version),
                        true));
    }

    void overdue(int organisation, long request) {
        tell(
                organisation,
                new Message(
                        "EVIDENCE_OVERDUE",
                        "The ICB's request for evidence number %d is past its date and not answered."
                                .formatted(request),
                        "/contracts/requests/" + request,
                        "evidence-request/%d/overdue".formatted(request),
                        true));
    }
}
