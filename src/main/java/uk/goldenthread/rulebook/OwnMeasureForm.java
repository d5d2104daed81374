package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.Catalogue;
import uk.goldenthread.catalogue.Confidence;
import uk.goldenthread.catalogue.InForce;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.KpiDefinition.Direction;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.catalogue.KpiDefinition.Unit;
import uk.goldenthread.catalogue.OwnMeasure;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.Provenance;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.SuppressionProfile;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// The form for a measure of the ICB's own.
///
/// @param code null while it is begun
record OwnMeasureForm(@Nullable String code, RulePages words, Catalogue shipped) implements ChangeForm {
    private static final int LONG = 500;
    private static final int SHORT = 120;

    @Override
    public String action() {
        return code == null ? "/catalogue/own/new" : back() + "/change";
    }

    @Override
    public String back() {
        return code == null ? "/catalogue" : "/catalogue/" + code;
    }

    @Override
    public String subject(RuleBook book) {
        return code == null
                ? "Add a measure of your own"
                : code + " " + book.versionsOf(code).getLast().definition().name();
    }

    @Override
    public RuleForm filled(RuleBook book, LocalDate day, boolean asShipped) {
        var form = RuleForm.blank().fromNextMonth(day);
        if (code == null) {
            return form.with("used", "yes")
                    .with("tolerance", "5")
                    .with("minimum", "0")
                    .with("priority", "no")
                    .with("spc", "yes")
                    .with("suppression", "ROUNDING_5");
        }
        var measure = OwnRule.on(book.versionsOf(code), day)
                .orElseGet(() -> book.versionsOf(code).getFirst());
        var kpi = measure.definition();
        return form.with("used", measure.used() ? "yes" : "no")
                .with("name", kpi.name())
                .with("theme", measure.theme())
                .with("unit", kpi.unit().name())
                .with("per", kpi.per() == null ? "" : kpi.per().toString())
                .with("numerator", kpi.numerator())
                .with("denominator", kpi.denominator() == null ? "" : kpi.denominator())
                .with("fractions", kpi.fractions() ? "yes" : "no")
                .with("direction", kpi.direction().name())
                .with("target", RuleWords.plain(kpi.target()))
                .with("tolerance", RuleWords.plain(kpi.tolerance()))
                .with("minimum", Integer.toString(kpi.minimumDenominator()))
                .with("frequency", kpi.frequency().name())
                .with("profile", List.copyOf(kpi.profile()))
                .with("priority", kpi.priority() ? "yes" : "no")
                .with("dataSource", kpi.dataSource())
                .with("suppression", kpi.suppression())
                .with("spc", kpi.spcEnabled() ? "yes" : "no")
                .with("requirements", kpi.requirements().stream().sorted().collect(Collectors.joining(", ")));
    }

    @Override
    public int last(RuleBook book) {
        return code == null
                ? 0
                : book.versionsOf(code).stream().mapToInt(OwnRule::number).max().orElse(0);
    }

    @Override
    public Optional<OwnRule> read(RuleBook book, RuleForm form) {
        var named = code == null ? code(form) : code;
        var shape = shape(form);
        var from = form.from();
        var draft = draft(form);
        var requirements = requirements(form);
        if (form.isWrong() || from.isEmpty() || shape.isEmpty()) {
            return Optional.empty();
        }
        var definition = new KpiDefinition(
                named,
                form.seen() + 1,
                draft.name(),
                shape.get().unit(),
                shape.get().per(),
                draft.numerator(),
                shape.get().denominator(),
                form.isYes("fractions"),
                shape.get().direction(),
                draft.target(),
                draft.tolerance() == null ? BigDecimal.ZERO : draft.tolerance(),
                draft.minimum(),
                shape.get().frequency(),
                new HashSet<>(form.all("profile")),
                form.isYes("priority"),
                draft.dataSource(),
                form.get("suppression"),
                form.isYes("spc"),
                requirements,
                new Provenance("The ICB's own measure", Confidence.KNOWN),
                new InForce(from.get(), null));
        return Optional.of(new OwnMeasure(!form.get("used").equals("no"), form.get("theme"), definition));
    }

    /// What it is measured in, which way is better, how often.
    private record Shape(
            Unit unit, @Nullable Integer per, @Nullable String denominator, Direction direction, Frequency frequency) {}

    private static Optional<Shape> shape(RuleForm form) {
        var unit = form.choice("unit", Unit.class, "Choose what it is measured in");
        var direction = form.choice("direction", Direction.class, "Choose which way is better");
        var frequency = form.choice("frequency", Frequency.class, "Choose how often it is asked for");
        if (unit.isEmpty() || direction.isEmpty() || frequency.isEmpty()) {
            return Optional.empty();
        }
        var denominator = unit.get().isRatio() ? form.text("denominator", LONG, "Enter what it is out of") : null;
        var per = unit.get() == Unit.RATE ? Integer.valueOf(form.whole("per", 0)) : null;
        if (per != null && per < 1) {
            form.wrong("per", "Enter what the rate is per, such as 1000");
        }
        if (direction.get() == Direction.NEUTRAL && !form.get("target").isEmpty()) {
            form.wrong("target", "Leave the target empty: neither more nor less of this is better");
        }
        return Optional.of(new Shape(unit.get(), per, denominator, direction.get(), frequency.get()));
    }

    private Draft draft(RuleForm form) {
        var draft = new Draft(
                form.text("name", SHORT, "Enter what it is called"),
                form.text("numerator", LONG, "Enter what is counted"),
                form.text("dataSource", LONG, "Enter where providers find it"),
                form.number("target"),
                form.number("tolerance"),
                form.whole("minimum", 0));
        if (form.all("profile").isEmpty()) {
            form.wrong("profile", "Choose at least one kind of organisation");
        }
        if (draft.tolerance() != null && draft.tolerance().signum() < 0) {
            form.wrong("tolerance", "Enter points of 0 or more");
        }
        if (draft.minimum() < 0) {
            form.wrong("minimum", "Enter a whole number from 0");
        }
        if (shipped.suppression().stream().noneMatch(each -> each.code().equals(form.get("suppression")))) {
            form.wrong("suppression", "Choose how small numbers are kept from identifying people");
        }
        return draft;
    }

    private record Draft(
            String name,
            String numerator,
            String dataSource,
            @Nullable BigDecimal target,
            @Nullable BigDecimal tolerance,
            int minimum) {}

    private static String code(RuleForm form) {
        var typed = form.get("code").toUpperCase(Locale.ROOT);
        var named = typed.startsWith(OwnMeasure.PREFIX) ? typed : OwnMeasure.PREFIX + typed;
        if (!OwnMeasure.isCode(named)) {
            form.wrong("code", "Enter 1 to 12 letters or digits, such as DENTAL");
        }
        return named;
    }

    private Set<String> requirements(RuleForm form) {
        var codes = Arrays.stream(
                        form.get("requirements").toUpperCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
        var unknown = codes.stream()
                .filter(each -> shipped.framework().find(each).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            form.wrong("requirements", "The framework has no requirement " + String.join(", ", unknown));
        }
        return codes;
    }

    @Override
    public List<SummaryRow> words(RuleBook book, OwnRule rule) {
        var measure = (OwnMeasure) rule;
        var kpi = measure.definition();
        if (!measure.used()) {
            return List.of(SummaryRow.of("Asked for", "No"), SummaryRow.of("From", Dates.day(rule.from())));
        }
        return List.of(
                SummaryRow.of("Code", kpi.code()),
                SummaryRow.of("Name", kpi.name()),
                SummaryRow.of("Counted", kpi.numerator()),
                SummaryRow.of("Out of", kpi.denominator() == null ? "nothing: a single number" : kpi.denominator()),
                SummaryRow.of("Target", RuleWords.target(kpi)),
                SummaryRow.of("Amber when missed by at most", RulePages.points(kpi)),
                SummaryRow.of("Judged on at least", RulePages.judged(kpi)),
                SummaryRow.of("How often", RuleWords.words(kpi.frequency())),
                SummaryRow.of("Who gives it", words.kindNames(kpi.profile())),
                SummaryRow.of("Priority in the composite score", kpi.priority() ? "Yes" : "No"),
                SummaryRow.of("From", Dates.day(rule.from())));
    }

    @Override
    public ChangePage page(RuleBook book, LocalDate day, RuleForm form, FieldErrors errors) {
        return new ChangePage(
                subject(book),
                code == null ? null : "Change your own measure",
                action(),
                back(),
                List.of(),
                last(book),
                form,
                errors,
                new ChangePage.Choices(
                        MeasureForm.kindOptions(shipped.kinds()),
                        book.shipped().themes().stream()
                                .map(theme -> Option.of(theme.code(), theme.name()))
                                .toList(),
                        shipped.suppression().stream()
                                .map(SuppressionProfile::code)
                                .map(each -> Option.of(each, name(each)))
                                .toList(),
                        true,
                        true,
                        false),
                null,
                true);
    }

    private String name(String suppression) {
        return shipped.suppression().stream()
                .filter(each -> each.code().equals(suppression))
                .map(SuppressionProfile::name)
                .findFirst()
                .orElse(suppression);
    }
}
