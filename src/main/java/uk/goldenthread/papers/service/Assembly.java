package uk.goldenthread.papers.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.SuppressionProfile;
import uk.goldenthread.kernel.suppression.Profile;
import uk.goldenthread.papers.model.Changes;
import uk.goldenthread.papers.model.Occasion;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.model.PaperData.LadderLine;
import uk.goldenthread.papers.model.PaperData.Warnings;
import uk.goldenthread.papers.model.PaperFigure;
import uk.goldenthread.papers.model.PublicEdition;
import uk.goldenthread.papers.store.FreezeStore;
import uk.goldenthread.papers.store.SourceStore;
import uk.goldenthread.shell.view.Dates;

/// Puts a paper's data together from what other modules publish. Called inside a unit of work, which says
/// whether that
/// is
/// the present or the past; the result depends on nothing else but the instant given.
@Component
public class Assembly {
    private static final List<String> LEVELS = List.of("RQR", "INTENSIVE", "ENHANCED", "WATCH");

    private final SourceStore sources;
    private final MeasureAssembly measures;
    private final ReturnAssembly returns;
    private final FreezeStore freezes;
    private final Map<String, Profile> profiles;

    public Assembly(SourceStore sources, MeasureAssembly measures, ReturnAssembly returns, FreezeStore freezes) {
        this.sources = sources;
        this.measures = measures;
        this.returns = returns;
        this.freezes = freezes;
        this.profiles = SuppressionProfile.load().stream()
                .collect(Collectors.toUnmodifiableMap(SuppressionProfile::code, SuppressionProfile::arithmetic));
    }

    /// What is assembled.
    ///
    /// @param chosen measures to show with a chart; none to let the data choose
    /// @param since changes are counted from the committee's last paper frozen before this
    public record Wanted(int icb, int paper, Occasion occasion, List<String> chosen, Instant instant, Instant since) {}

    public PaperData assemble(Wanted wanted) {
        var period = wanted.occasion().period();
        var asOf = wanted.instant().atZone(Dates.LONDON).toLocalDate();
        var before = freezes.before(wanted.icb(), wanted.occasion().committee(), wanted.paper(), wanted.since());
        var now = new PaperData(
                wanted.occasion().committee(),
                period.code(),
                period.label(),
                period.start(),
                period.end(),
                asOf,
                sources.providers(wanted.icb(), asOf),
                measures.assemble(wanted.icb(), period, wanted.chosen()),
                ladder(wanted.icb()),
                returns.assemble(wanted.icb(), period, asOf),
                warnings(wanted.icb(), period.code(), period.start(), period.end()),
                since(before),
                List.of());
        return before.map(freeze -> changed(CanonicalJson.read(freeze.data()), now))
                .orElse(now);
    }

    /// The same data as it may be published.
    public PaperData publicEdition(PaperData data) {
        return PublicEdition.of(data, profiles);
    }

    private PaperData changed(PaperData before, PaperData now) {
        // From the public editions, so that no sentence gives a small number away.
        var changes = Changes.between(publicEdition(before), publicEdition(now));
        return new PaperData(
                now.committee(),
                now.period(),
                now.label(),
                now.start(),
                now.end(),
                now.asOf(),
                now.providers(),
                now.measures(),
                now.ladder(),
                now.returns(),
                now.warnings(),
                now.since(),
                changes);
    }

    private static PaperData.@org.jspecify.annotations.Nullable Since since(Optional<FreezeStore.Freeze> before) {
        return before.map(freeze -> new PaperData.Since(
                        freeze.paper(),
                        CanonicalJson.read(freeze.data()).label(),
                        freeze.instant().atZone(Dates.LONDON).toLocalDate()))
                .orElse(null);
    }

    private List<LadderLine> ladder(int icb) {
        return sources.ladder(icb).stream()
                .map(level -> new LadderLine(level.code(), level.name(), level.level(), level.since()))
                .sorted(Comparator.comparingInt((LadderLine line) -> LEVELS.indexOf(line.level()))
                        .thenComparing(LadderLine::name)
                        .thenComparing(LadderLine::code))
                .toList();
    }

    private Warnings warnings(int icb, String period, LocalDate start, LocalDate end) {
        var counts = sources.signals(icb, start, end);
        return new Warnings(
                PaperFigure.count("paper-signals", Map.of("period", period, "state", "raised"), counts.raised()),
                PaperFigure.count("paper-signals", Map.of("period", period, "state", "open"), counts.open()));
    }
}
