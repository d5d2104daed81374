package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.OwnMeasureRule;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// The form for how an ICB wants a shipped measure.
record MeasureForm(String code, RulePages words, OrganisationKind.Kinds kinds) implements ChangeForm {
    @Override
    public String action() {
        return back() + "/change";
    }

    @Override
    public String back() {
        return "/catalogue/" + code;
    }

    @Override
    public String subject(RuleBook book) {
        return code + " " + shipped(book, LocalDate.MAX).name();
    }

    private KpiDefinition shipped(RuleBook book, LocalDate day) {
        return book.shipped().kpis().on(code, day).orElseThrow();
    }

    @Override
    public RuleForm filled(RuleBook book, LocalDate day, boolean asShipped) {
        var asked = book.kpis().asOf(day).find(code);
        var kpi = asShipped ? shipped(book, day) : book.kpis().on(code, day).orElseThrow();
        return RuleForm.blank()
                .with("used", asShipped || asked.isPresent() ? "yes" : "no")
                .with("target", RuleWords.plain(kpi.target()))
                .with("tolerance", RuleWords.plain(kpi.tolerance()))
                .with("minimum", Integer.toString(kpi.minimumDenominator()))
                .with("frequency", kpi.frequency().name())
                .with("profile", List.copyOf(kpi.profile()))
                .fromNextMonth(day);
    }

    @Override
    public int last(RuleBook book) {
        return book.changesOf(code).stream().mapToInt(OwnRule::number).max().orElse(0);
    }

    @Override
    public Optional<OwnRule> read(RuleBook book, RuleForm form) {
        var target = form.number("target");
        var tolerance = form.number("tolerance");
        var minimum = form.whole("minimum", 0);
        var frequency = form.choice("frequency", Frequency.class, "Choose how often it is asked for");
        var profile = new HashSet<>(form.all("profile"));
        var from = form.from();
        if (form.get("used").isEmpty()) {
            form.wrong("used", "Say whether providers are asked for it");
        }
        if (form.isWrong() || frequency.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        var shipped = shipped(book, from.get());
        boolean used = form.isYes("used");
        boolean sameTarget = RuleChecks.sameNumber(target, shipped.target());
        return Optional.of(new OwnMeasureRule(
                code,
                form.seen() + 1,
                from.get(),
                used,
                used && !sameTarget,
                used && !sameTarget ? target : null,
                !used || RuleChecks.sameNumber(tolerance, shipped.tolerance()) ? null : orNought(tolerance),
                !used || minimum == shipped.minimumDenominator() ? null : Integer.valueOf(minimum),
                !used || frequency.get() == shipped.frequency() ? null : frequency.get(),
                own(used, profile, shipped)));
    }

    private static @Nullable Set<String> own(boolean used, Set<String> profile, KpiDefinition shipped) {
        return !used || profile.equals(shipped.profile()) ? null : profile;
    }

    private static BigDecimal orNought(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    @Override
    public List<SummaryRow> words(RuleBook book, OwnRule rule) {
        var change = (OwnMeasureRule) rule;
        var day = rule.from();
        var before = book.kpis().asOf(day.minusDays(1)).find(code);
        if (!change.used()) {
            return List.of(SummaryRow.of("Asked for", "No"), SummaryRow.of("From", Dates.day(day)));
        }
        var after = change.over(shipped(book, day));
        var rows = new ArrayList<SummaryRow>();
        if (before.isEmpty()) {
            rows.add(SummaryRow.of("Asked for", "Yes, until now no"));
        }
        var was = before.orElse(after);
        rows.add(row("Target", RuleWords.target(after), RuleWords.target(was)));
        rows.add(row("Amber when missed by at most", RulePages.points(after), RulePages.points(was)));
        rows.add(row("Judged on at least", RulePages.judged(after), RulePages.judged(was)));
        rows.add(row("How often", RuleWords.words(after.frequency()), RuleWords.words(was.frequency())));
        rows.add(row("Who gives it", words.kindNames(after.profile()), words.kindNames(was.profile())));
        rows.add(SummaryRow.of("From", Dates.day(day)));
        return rows;
    }

    private static SummaryRow row(String what, String after, String before) {
        return SummaryRow.of(
                what, after.equals(before) ? after + " (as before)" : "%s, until then %s".formatted(after, before));
    }

    @Override
    public ChangePage page(RuleBook book, LocalDate day, RuleForm form, FieldErrors errors) {
        var shipped = shipped(book, day);
        var now = book.kpis().on(code, day).orElse(shipped);
        return new ChangePage(
                subject(book),
                "Change a measure",
                action(),
                back(),
                List.of(
                        SummaryRow.of("Target today", RuleWords.target(now)),
                        SummaryRow.of("As shipped", RuleWords.target(shipped))),
                last(book),
                form,
                errors,
                new ChangePage.Choices(
                        kindOptions(kinds),
                        List.of(),
                        List.of(),
                        shipped.unit().isRatio(),
                        shipped.direction() != KpiDefinition.Direction.NEUTRAL,
                        shipped.unit() == KpiDefinition.Unit.YES_NO),
                null,
                false);
    }

    /// The kinds that return anything.
    static List<Option> kindOptions(OrganisationKind.Kinds kinds) {
        return kinds.all().stream()
                .filter(kind -> kind.returns() != OrganisationKind.Returns.NONE)
                .map(kind -> Option.of(kind.code(), kind.name()))
                .toList();
    }
}
