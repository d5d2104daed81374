package uk.goldenthread.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The numbers of the rules, from `catalogue/settings.yaml`, with an ICB's own values laid over the shipped ones by
/// [#with].
public final class Settings {

    /// Where the shipped settings lie on the class path.
    public static final String RESOURCE = "catalogue/settings.yaml";

    private final List<WarningRule> warnings;
    private final List<Setting> definitions;
    private final Map<String, BigDecimal> overrides;

    private Settings(List<WarningRule> warnings, List<Setting> definitions, Map<String, BigDecimal> overrides) {
        this.warnings = List.copyOf(warnings);
        this.definitions = List.copyOf(definitions);
        this.overrides = Map.copyOf(overrides);
    }

    /// The shipped settings.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static Settings load() {
        return from(YamlFile.resource(RESOURCE));
    }

    /// Settings from another file of the same shape.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static Settings from(YamlFile file) {
        return file.read(root -> {
            var definitions = new ArrayList<Setting>();
            var warnings = root.list("warnings", entry -> {
                definitions.addAll(group(entry));
                return new WarningRule(
                        entry.text("code"),
                        entry.text("name"),
                        entry.text("words"),
                        Provenance.of(entry),
                        entry.inForce());
            });
            root.list("groups", entry -> {
                entry.text("name");
                return definitions.addAll(group(entry));
            });
            return new Settings(warnings, definitions, Map.of());
        });
    }

    private static List<Setting> group(YamlEntry group) {
        var provenance = Provenance.of(group);
        var inForce = group.inForce();
        return group.list(
                "settings",
                entry -> new Setting(
                        group.text("code") + "." + entry.text("code"),
                        entry.text("name"),
                        entry.decimal("value"),
                        entry.choice("unit", Setting.Unit.class),
                        entry.decimal("min"),
                        entry.decimal("max"),
                        !(entry.has("unused") && entry.flag("unused")),
                        provenance,
                        inForce));
    }

    /// The settings and warnings in force on a day, with the same overrides.
    public Settings asOf(LocalDate day) {
        return new Settings(
                warnings.stream().filter(rule -> rule.inForce().on(day)).toList(),
                definitions.stream()
                        .filter(setting -> setting.inForce().on(day))
                        .toList(),
                overrides);
    }

    /// The same settings with these values laid over them; a later layer wins over an earlier one. Whoever stores
    /// overrides
    /// checks them first with [Setting#allows].
    ///
    /// @throws IllegalArgumentException when a code is unknown or a value out of its range
    public Settings with(Map<String, BigDecimal> layer) {
        var merged = new LinkedHashMap<>(overrides);
        layer.forEach((code, value) -> {
            var setting = setting(code);
            if (!setting.allows(value)) {
                throw new IllegalArgumentException("%s: %s is not allowed; %s".formatted(code, value, setting.range()));
            }
            merged.put(code, value);
        });
        return new Settings(warnings, definitions, merged);
    }

    /// The value that holds: the ICB's own where it set one, otherwise the shipped default.
    ///
    /// @throws IllegalArgumentException when there is no such setting
    public BigDecimal decimal(String code) {
        return overrides.getOrDefault(code, setting(code).value());
    }

    /// The value as a whole number.
    ///
    /// @throws IllegalArgumentException when there is no such setting
    /// @throws ArithmeticException when the value is not whole
    public int integer(String code) {
        return decimal(code).intValueExact();
    }

    /// Whether a switch is on.
    ///
    /// @throws IllegalArgumentException when there is no such setting
    public boolean on(String code) {
        return decimal(code).signum() > 0;
    }

    /// Whether the ICB set its own value.
    public boolean isOverridden(String code) {
        return overrides.containsKey(code);
    }

    /// The setting's definition, default and range.
    ///
    /// @throws IllegalArgumentException when there is no such setting
    public Setting setting(String code) {
        return definitions.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting " + code));
    }

    /// All settings, in file order.
    public List<Setting> all() {
        return definitions;
    }

    /// All warning rules, in file order, whether or not they are switched on.
    public List<WarningRule> warnings() {
        return warnings;
    }

    /// The warning rule with this code, if there is one.
    public Optional<WarningRule> warning(String code) {
        return warnings.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }
}
