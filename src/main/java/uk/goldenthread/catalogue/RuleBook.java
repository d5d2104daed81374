package uk.goldenthread.catalogue;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The rules one ICB works under: the shipped ones with its own laid over them, each from its day on. Never changes.
public final class RuleBook {
    private final Shipped shipped;
    private final Own own;
    private final Map<String, List<OwnMeasureRule>> changes;
    private final Map<String, List<OwnMeasure>> measures;
    private final Map<String, List<OwnSetting>> values;
    private final KpiCatalogue kpis;
    private final List<Theme> themes;
    private final Map<LocalDate, Settings> byDay = new ConcurrentHashMap<>();

    /// The rules as they come with the program.
    public record Shipped(KpiCatalogue kpis, Settings settings, List<Theme> themes) {
        /// Copies the list in.
        public Shipped {
            themes = List.copyOf(themes);
        }
    }

    /// What an ICB decided itself.
    public record Own(List<OwnMeasureRule> changes, List<OwnMeasure> measures, List<OwnSetting> settings) {
        /// Nothing at all.
        public static final Own NOTHING = new Own(List.of(), List.of(), List.of());

        /// Copies the lists in.
        public Own {
            changes = List.copyOf(changes);
            measures = List.copyOf(measures);
            settings = List.copyOf(settings);
        }

        /// The same with one rule more.
        public Own and(OwnRule rule) {
            return switch (rule) {
                case OwnMeasureRule one -> new Own(with(changes, one), measures, settings);
                case OwnMeasure one -> new Own(changes, with(measures, one), settings);
                case OwnSetting one -> new Own(changes, measures, with(settings, one));
            };
        }

        private static <T> List<T> with(List<T> all, T one) {
            var more = new ArrayList<>(all);
            more.add(one);
            return more;
        }
    }

    /// A change of a measure that is no longer shipped, and a value that is no longer allowed, have no effect.
    public RuleBook(Shipped shipped, Own own) {
        this.shipped = shipped;
        this.own = own;
        this.changes = own.changes().stream().collect(groupingBy(OwnRule::subject));
        this.measures = own.measures().stream().collect(groupingBy(OwnRule::subject, TreeMap::new, toList()));
        this.values = own.settings().stream().collect(groupingBy(OwnRule::subject));
        this.kpis = overlaid();
        this.themes = themed();
    }

    private static <T> java.util.stream.Collector<T, ?, List<T>> toList() {
        return java.util.stream.Collectors.toList();
    }

    /// The rules as shipped.
    public Shipped shipped() {
        return shipped;
    }

    /// What the ICB decided itself.
    public Own own() {
        return own;
    }

    /// Every measure with the days on which each version of it holds: shipped ones in their order, then the ICB's own.
    public KpiCatalogue kpis() {
        return kpis;
    }

    /// The themes, each with the ICB's own measures at its end.
    public List<Theme> themes() {
        return themes;
    }

    /// The settings as they hold on a day.
    public Settings settings(LocalDate day) {
        return values.isEmpty() ? shipped.settings() : byDay.computeIfAbsent(day, this::valuesOn);
    }

    /// One version of a measure, also one that another has replaced: an answer is read under the version it was given
    /// for.
    public Optional<KpiDefinition> version(String code, int version) {
        if (version < KpiDefinition.OWN_CHANGES_FROM) {
            var all = measures.containsKey(code)
                    ? measures.get(code).stream().map(OwnMeasure::definition)
                    : shipped.kpis().definitions().stream()
                            .filter(kpi -> kpi.code().equals(code));
            return all.filter(kpi -> kpi.version() == version).findFirst();
        }
        return version(code, version / KpiDefinition.OWN_CHANGES_FROM)
                .flatMap(base -> changesOf(code).stream()
                        .filter(change -> change.number() == version % KpiDefinition.OWN_CHANGES_FROM)
                        .map(change -> change.over(base))
                        .findFirst());
    }

    /// The ICB's changes of a shipped measure, as they were made.
    public List<OwnMeasureRule> changesOf(String kpi) {
        return changes.getOrDefault(kpi, List.of());
    }

    /// The versions of an ICB's own measure, as they were made; empty for a shipped one.
    public List<OwnMeasure> versionsOf(String kpi) {
        return measures.getOrDefault(kpi, List.of());
    }

    /// The ICB's own values of a setting, as they were made.
    public List<OwnSetting> valuesOf(String setting) {
        return values.getOrDefault(setting, List.of());
    }

    private Settings valuesOn(LocalDate day) {
        var known = new HashMap<String, BigDecimal>();
        for (var setting : shipped.settings().all()) {
            OwnRule.on(valuesOf(setting.code()), day)
                    .map(OwnSetting::value)
                    .filter(setting::allows)
                    .ifPresent(value -> known.put(setting.code(), value));
        }
        return shipped.settings().with(known);
    }

    private KpiCatalogue overlaid() {
        if (own.changes().isEmpty() && own.measures().isEmpty()) {
            return shipped.kpis();
        }
        var all = new ArrayList<KpiDefinition>();
        var byCode = shipped.kpis().definitions().stream()
                .collect(groupingBy(KpiDefinition::code, java.util.LinkedHashMap::new, toList()));
        byCode.forEach((code, versions) -> {
            var ofThis = changesOf(code);
            all.addAll(
                    ofThis.isEmpty() ? versions : Stretches.of(days(versions, ofThis), day -> on(code, versions, day)));
        });
        measures.forEach((_, versions) -> all.addAll(Stretches.of(
                days(List.of(), versions),
                day -> OwnRule.on(versions, day)
                        .filter(OwnMeasure::used)
                        .map(OwnMeasure::definition)
                        .orElse(null))));
        return new KpiCatalogue(all);
    }

    private @Nullable KpiDefinition on(String code, List<KpiDefinition> versions, LocalDate day) {
        var base = versions.stream().filter(kpi -> kpi.inForce().on(day)).findFirst();
        var change = OwnRule.on(changesOf(code), day);
        if (base.isEmpty() || change.isEmpty()) {
            return base.orElse(null);
        }
        return change.get().used() ? change.get().over(base.get()) : null;
    }

    /// The days on which something may begin or end.
    private static SortedSet<LocalDate> days(List<KpiDefinition> shipped, Collection<? extends OwnRule> own) {
        var days = new TreeSet<LocalDate>();
        for (var version : shipped) {
            days.add(version.inForce().from());
            if (version.inForce().to() != null) {
                days.add(version.inForce().to());
            }
        }
        own.forEach(rule -> days.add(rule.from()));
        return days;
    }

    private List<Theme> themed() {
        if (measures.isEmpty()) {
            return shipped.themes();
        }
        var themeOf = new TreeMap<String, String>();
        measures.forEach(
                (code, versions) -> themeOf.put(code, versions.getLast().theme()));
        return shipped.themes().stream()
                .map(theme -> {
                    var codes = new ArrayList<>(theme.kpis());
                    themeOf.forEach((code, in) -> {
                        if (in.equals(theme.code())) {
                            codes.add(code);
                        }
                    });
                    return new Theme(theme.code(), theme.name(), codes);
                })
                .toList();
    }
}
