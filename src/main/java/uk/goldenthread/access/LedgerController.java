package uk.goldenthread.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.ledger.Verification;
import uk.goldenthread.shell.view.Dates;

/// Who did and saw what, for those who answer for it.
@Controller
class LedgerController {
    private static final int LINES = 100;

    private final Ledger ledger;
    private final Verification verification;
    private final Names names;
    private final UnitOfWork work;

    LedgerController(Ledger ledger, Verification verification, Names names, UnitOfWork work) {
        this.ledger = ledger;
        this.verification = verification;
        this.names = names;
        this.work = work;
    }

    @GetMapping("/ledger")
    @Needs(value = Permission.LEDGER_VIEW, restricted = true)
    ModelAndView show(
            Actor actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        return page(actor, new Ledger.Search(action.strip(), subject.strip(), account.strip(), before), null);
    }

    /// Works the whole chain out again; on a large ledger this takes some seconds.
    @PostMapping("/ledger/verify")
    @Needs(value = Permission.LEDGER_VIEW, restricted = true)
    ModelAndView verify(Actor actor) {
        var result = work.read(Scope.system(), verification::verify);
        work.write(actor.scope(), () -> {
            ledger.record("LEDGER_VERIFIED", "ledger", Map.of("seals", result.seals(), "intact", result.intact()));
            return true;
        });
        var standing = result.intact()
                ? "All %d sealed entries in %d seals are exactly as they were sealed."
                        .formatted(result.entries(), result.seals())
                : "The ledger does not match its seals: " + String.join("; ", result.problems());
        return page(actor, new Ledger.Search("", "", "", Long.MAX_VALUE), standing);
    }

    private ModelAndView page(Actor actor, Ledger.Search search, @Nullable String standing) {
        var entries = work.read(actor.scope(), () -> lines(actor, search));
        var next = entries.size() < LINES
                ? null
                : UriComponentsBuilder.fromPath("/ledger")
                        .queryParam("action", search.action())
                        .queryParam("subject", search.subject())
                        .queryParam("account", search.account())
                        .queryParam("before", entries.getLast().id())
                        .encode()
                        .toUriString();
        var page = new LedgerPage(search.action(), search.subject(), search.account(), entries, next, standing);
        return new ModelAndView("access/ledger", Map.of("page", page));
    }

    private List<LedgerPage.Line> lines(Actor actor, Ledger.Search search) {
        var found = ledger.latest(actor.icb(), search, LINES);
        var who = names.of(found.stream().map(Ledger.Entry::account).toList());
        return found.stream()
                .map(e -> new LedgerPage.Line(
                        e.id(),
                        Dates.moment(e.at()),
                        who.getOrDefault(e.account(), "Account " + e.account()),
                        e.action(),
                        e.subject(),
                        "{}".equals(e.detail()) || e.detail() == null ? "" : e.detail()))
                .toList();
    }
}
