package uk.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.rulebook.Consequences;
import uk.goldenthread.shell.view.Dates;

/// Says beforehand how a change of rules would change what providers are asked for.
@Component
class AskedByRules implements Consequences {
    private final Directory directory;

    AskedByRules(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<String> of(Proposal proposal) {
        var sentences = new ArrayList<String>();
        var from = proposal.from();
        for (var kpi : proposal.change().kpis()) {
            var providers = directory.providersOf(proposal.change().icb(), proposal.today());
            long before = asked(proposal.before(), kpi, from, providers);
            long after = asked(proposal.after(), kpi, from, providers);
            var often = often(proposal.after(), kpi, from);
            if (before != after || !often.equals(often(proposal.before(), kpi, from))) {
                sentences.add(
                        "For periods that end on or after %s, %s asked for it%s; today's rule asks %d. Returns opened already keep their lines."
                                .formatted(Dates.day(from), are(after), often, before));
            }
        }
        if (proposal.change().settings().contains("RETURN.due")) {
            sentences.add("Returns opened already keep the day they are due.");
        }
        return sentences;
    }

    private static String are(long providers) {
        return providers == 1 ? "1 provider is" : providers + " providers are";
    }

    private static String often(RuleBook book, String kpi, LocalDate from) {
        return book.kpis()
                .asOf(from)
                .find(kpi)
                .map(each -> switch (each.frequency()) {
                    case MONTHLY -> " each month";
                    case QUARTERLY -> " each quarter";
                    case ANNUAL -> " each year";
                })
                .orElse("");
    }

    private static long asked(RuleBook book, String kpi, LocalDate from, List<Organisation> providers) {
        var rule = book.kpis().asOf(from).find(kpi);
        return providers.stream()
                .filter(provider ->
                        rule.filter(each -> each.asks(provider.kind())).isPresent())
                .count();
    }
}
