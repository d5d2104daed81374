package uk.goldenthread.concerns.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.ConcernSettings;
import uk.goldenthread.concerns.SignalDesk;
import uk.goldenthread.concerns.store.SignalList.Line;
import uk.goldenthread.kernel.clocks.Moment;

/// The inbox for other programs.
@RestController
class SignalsApi {
    private static final int MOST = 200;

    private final SignalDesk desk;
    private final ConcernSettings settings;

    SignalsApi(SignalDesk desk, ConcernSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    /// A page of signals.
    record Page(List<Item> items, int page, int size, long total) {}

    /// One signal.
    ///
    /// @param acknowledgeBy the day by which a named person acknowledges it; null once somebody has, or
    /// where it
    ///     does not escalate
    record Item(
            long id,
            String provider,
            String rule,
            String series,
            @Nullable String kpi,
            String firstPeriod,
            String lastPeriod,
            String words,
            boolean escalates,
            boolean provisional,
            LocalDate raisedOn,
            @Nullable LocalDate acknowledgeBy,
            String state,
            @Nullable String triage,
            @Nullable LocalDate closedOn,
            int providerScore) {}

    @GetMapping("/api/v1/signals")
    @Needs(Permission.SIGNAL_VIEW)
    Page signals(Actor actor, AsAt asAt, @RequestParam Map<String, String> address) {
        int size = size(address.getOrDefault("size", "50"));
        int page = SignalsController.page(address);
        var inbox = desk.inbox(actor, asAt, SignalsController.asked(address), page, size);
        return new Page(inbox.lines().stream().map(this::item).toList(), page, size, inbox.total());
    }

    private static int size(String text) {
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "size is a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private Item item(Line line) {
        var waits = line.state().equals("RAISED") && line.escalates();
        var by = settings.acknowledgeClock(line.raisedOn())
                .dueAsOf(Moment.on(line.raisedOn()))
                .date();
        return new Item(
                line.id(),
                line.code(),
                line.rule(),
                line.series(),
                line.kpi(),
                line.firstPeriod(),
                line.lastPeriod(),
                line.words(),
                line.escalates(),
                line.provisional(),
                line.raisedOn(),
                waits ? by : null,
                line.state(),
                line.triage(),
                line.closedOn(),
                line.score());
    }
}
