package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.OwnSetting;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Setting;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// The form for an ICB's own value of a setting.
record SettingForm(Setting setting) implements ChangeForm {
    @Override
    public String action() {
        return back() + "/change";
    }

    @Override
    public String back() {
        return "/catalogue/settings/" + setting.code();
    }

    @Override
    public String subject(RuleBook book) {
        return RulePages.name(book, setting);
    }

    @Override
    public RuleForm filled(RuleBook book, LocalDate day, boolean asShipped) {
        var value = asShipped ? setting.value() : book.settings(day).decimal(setting.code());
        var form = RuleForm.blank().fromNextMonth(day);
        return form.with("value", isSwitch() ? (value.signum() > 0 ? "yes" : "no") : RuleWords.plain(value));
    }

    @Override
    public int last(RuleBook book) {
        return book.valuesOf(setting.code()).stream()
                .mapToInt(OwnRule::number)
                .max()
                .orElse(0);
    }

    @Override
    public Optional<OwnRule> read(RuleBook book, RuleForm form) {
        var value = value(form);
        var from = form.from();
        if (form.isWrong() || value == null || from.isEmpty()) {
            return Optional.empty();
        }
        boolean shipped = value.compareTo(setting.value()) == 0;
        return Optional.of(new OwnSetting(setting.code(), form.seen() + 1, from.get(), shipped ? null : value));
    }

    private @Nullable BigDecimal value(RuleForm form) {
        if (isSwitch()) {
            if (form.get("value").isEmpty()) {
                form.wrong("value", "Choose on or off");
                return null;
            }
            return form.isYes("value") ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        var value = form.number("value");
        if (value == null && !form.isWrong()) {
            form.wrong("value", "Enter " + setting.range());
        }
        return value;
    }

    private boolean isSwitch() {
        return setting.unit() == Setting.Unit.SWITCH;
    }

    @Override
    public List<SummaryRow> words(RuleBook book, OwnRule rule) {
        var value = ((OwnSetting) rule).value();
        return List.of(
                SummaryRow.of("Value", RuleWords.value(setting, value == null ? setting.value() : value)),
                SummaryRow.of(
                        "Until then",
                        RuleWords.value(
                                setting, book.settings(rule.from().minusDays(1)).decimal(setting.code()))),
                SummaryRow.of("As shipped", RuleWords.value(setting, setting.value())),
                SummaryRow.of("From", Dates.day(rule.from())));
    }

    @Override
    public ChangePage page(RuleBook book, LocalDate day, RuleForm form, FieldErrors errors) {
        var now = List.of(
                SummaryRow.of(
                        "Today", RuleWords.value(setting, book.settings(day).decimal(setting.code()))),
                SummaryRow.of("As shipped", RuleWords.value(setting, setting.value())));
        return new ChangePage(
                subject(book),
                "Change a setting",
                action(),
                back(),
                now,
                last(book),
                form,
                errors,
                null,
                new ChangePage.Value(isSwitch(), setting.range(), suffix()),
                false);
    }

    private @Nullable String suffix() {
        return switch (setting.unit()) {
            case PERCENT -> "%";
            case DAYS, WORKING_DAYS, MONTHS, MINUTES, PERIODS, POINTS ->
                setting.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case COUNT, RATE, RATIO, WEIGHT, SWITCH -> null;
        };
    }
}
