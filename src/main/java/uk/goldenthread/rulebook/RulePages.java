package uk.goldenthread.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Names;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Setting;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.rulebook.RuleWrites.Made;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Puts one rule into words, with its changes.
@Component
class RulePages {
    private final Rules rules;
    private final RuleWrites writes;
    private final UnitOfWork work;
    private final Names names;
    private final OrganisationKind.Kinds kinds;
    private final Framework framework = Framework.load();

    RulePages(Rules rules, RuleWrites writes, UnitOfWork work, Names names, OrganisationKind.Kinds kinds) {
        this.rules = rules;
        this.writes = writes;
        this.work = work;
        this.names = names;
        this.kinds = kinds;
    }

    /// Who asks, and the day it is about.
    record Asked(Actor actor, AsAt asAt, LocalDate day) {}

    Optional<RulePage> measure(Asked asked, String code) {
        return work.read(asked.actor().scope(), asked.asAt().instant(), () -> {
            var book = rules.now();
            return book.kpis().on(code, asked.day()).map(kpi -> measure(asked, book, kpi));
        });
    }

    private RulePage measure(Asked asked, RuleBook book, KpiDefinition kpi) {
        var inForce = book.kpis().asOf(asked.day()).find(kpi.code()).isPresent();
        var shipped = book.shipped().kpis().on(kpi.code(), asked.day());
        boolean own = shipped.isEmpty();
        var history = own ? book.versionsOf(kpi.code()) : book.changesOf(kpi.code());
        var duties = kpi.requirements().stream()
                .sorted()
                .flatMap(each -> framework.find(each).stream())
                .map(each -> new RulePage.Duty(each.code(), each.duty(), String.join("; ", each.basis())))
                .toList();
        var edit = "/catalogue/%s/change".formatted(kpi.code());
        return new RulePage(
                kpi.code(),
                kpi.name(),
                standing(kpi, book, inForce, asked.day()) + ".",
                shipped.map(as -> compared(kpi, as, inForce)).orElse(List.of()),
                rows(kpi, own),
                changes(asked, kpi.code(), history),
                RulebookController.mayEdit(asked.actor(), asked.asAt()) ? edit : null,
                own,
                duties);
    }

    /// How a measure's rule came to be, in a few words.
    static String standing(KpiDefinition kpi, RuleBook book, boolean asked, LocalDate day) {
        boolean own = book.shipped().kpis().find(kpi.code()).isEmpty();
        if (!asked) {
            return kpi.inForce().from().isAfter(day)
                    ? "Own measure from " + Dates.day(kpi.inForce().from())
                    : "Not asked for";
        }
        if (own) {
            return "Own measure";
        }
        return OwnRule.on(book.changesOf(kpi.code()), day)
                .filter(change -> !change.isAsShipped())
                .map(change -> "Own since " + Dates.day(change.from()))
                .orElse("As shipped");
    }

    private List<List<Cell>> compared(KpiDefinition now, KpiDefinition shipped, boolean asked) {
        return List.of(
                line("Asked for", asked ? "Yes" : "No", "Yes"),
                line("Target", RuleWords.target(now), RuleWords.target(shipped)),
                line("Amber when missed by at most", points(now), points(shipped)),
                line("Judged on at least", judged(now), judged(shipped)),
                line("How often", RuleWords.words(now.frequency()), RuleWords.words(shipped.frequency())),
                line("Who gives it", kindNames(now.profile()), kindNames(shipped.profile())));
    }

    private static List<Cell> line(String what, String now, String shipped) {
        return List.of(Cell.naming(what), Cell.of(now), Cell.of(now.equals(shipped) ? "the same" : shipped));
    }

    static String points(KpiDefinition kpi) {
        return RuleWords.plain(kpi.tolerance()) + " points";
    }

    static String judged(KpiDefinition kpi) {
        return kpi.minimumDenominator() == 0 ? "any number" : Integer.toString(kpi.minimumDenominator());
    }

    String kindNames(Collection<String> codes) {
        return codes.stream()
                .map(code -> kinds.find(code).map(OrganisationKind::name).orElse(code))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<SummaryRow> rows(KpiDefinition kpi, boolean own) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Counted", kpi.numerator()));
        rows.add(SummaryRow.of("Out of", Objects.requireNonNullElse(kpi.denominator(), "nothing: a single number")));
        if (own) {
            rows.add(SummaryRow.of("Target", RuleWords.target(kpi)));
            rows.add(SummaryRow.of("Amber when missed by at most", points(kpi)));
            rows.add(SummaryRow.of("Judged on at least", judged(kpi)));
            rows.add(SummaryRow.of("How often", RuleWords.words(kpi.frequency())));
            rows.add(SummaryRow.of("Who gives it", kindNames(kpi.profile())));
        }
        rows.add(SummaryRow.of("Where it comes from", kpi.dataSource()));
        rows.add(SummaryRow.of("Priority in the composite score", kpi.priority() ? "Yes" : "No"));
        rows.add(SummaryRow.of(
                "In force",
                "%s, from %s"
                        .formatted(kpi.versionWords(), Dates.day(kpi.inForce().from()))));
        rows.add(SummaryRow.of(
                "Source",
                kpi.provenance().source() + " ("
                        + RuleWords.words(kpi.provenance().confidence()) + ")"));
        return rows;
    }

    Optional<RulePage> setting(Asked asked, String code) {
        return work.read(asked.actor().scope(), asked.asAt().instant(), () -> {
            var book = rules.now();
            return book.shipped().settings().all().stream()
                    .filter(setting -> setting.code().equals(code))
                    .findFirst()
                    .map(setting -> setting(asked, book, setting));
        });
    }

    private RulePage setting(Asked asked, RuleBook book, Setting setting) {
        var now = RuleWords.value(setting, book.settings(asked.day()).decimal(setting.code()));
        var rows = List.of(
                SummaryRow.of("May be", setting.range()),
                SummaryRow.of(
                        "Source",
                        setting.provenance().source() + " ("
                                + RuleWords.words(setting.provenance().confidence()) + ")"));
        boolean mayEdit = setting.inUse() && RulebookController.mayEdit(asked.actor(), asked.asAt());
        return new RulePage(
                setting.code(),
                name(book, setting),
                setting.inUse() ? "It is %s.".formatted(now) : "Nothing in the program reads it yet.",
                List.of(line("Value", now, RuleWords.value(setting, setting.value()))),
                rows,
                changes(asked, setting.code(), book.valuesOf(setting.code())),
                mayEdit ? "/catalogue/settings/%s/change".formatted(setting.code()) : null,
                false,
                null);
    }

    /// A setting's name with that of its warning rule: `Falling figure: falls in a row`.
    static String name(RuleBook book, Setting setting) {
        var group = setting.code().substring(0, setting.code().indexOf('.'));
        return book.shipped()
                .settings()
                .warning(group)
                .map(warning -> warning.name() + ": "
                        + Character.toLowerCase(setting.name().charAt(0))
                        + setting.name().substring(1))
                .orElse(setting.name());
    }

    /// The latest change of a rule, for somebody who was about to make another.
    List<SummaryRow> latest(Asked asked, String code) {
        return work.read(asked.actor().scope(), () -> {
            var book = rules.now();
            var made = writes.made(asked.actor().icb(), code).getFirst();
            var who = names.of(List.of(Integer.toString(made.by())));
            return List.of(
                    SummaryRow.of(
                            "Now",
                            Stream.of(book.changesOf(code), book.versionsOf(code), book.valuesOf(code))
                                    .flatMap(List::stream)
                                    .filter(rule -> rule.number() == made.number())
                                    .map(RuleWords::of)
                                    .findFirst()
                                    .orElse("")),
                    SummaryRow.of("From", Dates.day(made.from())),
                    SummaryRow.of("Why", made.reason()),
                    SummaryRow.of("Who", who.getOrDefault(Integer.toString(made.by()), "somebody of the ICB")),
                    SummaryRow.of("When", Dates.moment(made.at())));
        });
    }

    private List<RulePage.Change> changes(Asked asked, String code, List<? extends OwnRule> rules) {
        var made = writes.made(asked.actor().icb(), code);
        var who =
                names.of(made.stream().map(each -> Integer.toString(each.by())).toList());
        var byNumber = rules.stream().collect(Collectors.toMap(OwnRule::number, each -> each));
        return made.stream()
                .flatMap(each -> Stream.ofNullable(byNumber.get(each.number())).map(rule -> change(each, rule, who)))
                .toList();
    }

    private static RulePage.Change change(Made made, OwnRule rule, Map<String, String> who) {
        return new RulePage.Change(
                Dates.day(made.from()),
                RuleWords.of(rule),
                made.reason(),
                who.getOrDefault(Integer.toString(made.by()), "somebody of the ICB"),
                Dates.moment(made.at()));
    }
}
