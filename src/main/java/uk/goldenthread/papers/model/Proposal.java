package uk.goldenthread.papers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.goldenthread.papers.model.PaperData.LadderLine;
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.model.PaperData.ProviderState;

/// A point that the data suggests for Alert, Advise or Assure. A person decides what becomes of it.
///
/// @param key what it is about, so that it is proposed once
/// @param words plain, with the figure
/// @param evidence where it can be followed to its rows
public record Proposal(String key, Heading heading, String words, String evidence) {
    private static final int NAMED = 5;
    private static final Map<String, String> LEVELS = Map.of(
            "WATCH", "being watched more closely",
            "ENHANCED", "under enhanced oversight",
            "INTENSIVE", "under intensive oversight",
            "RQR", "subject to a rapid quality review");

    /// Everything the data suggests, alerts first.
    public static List<Proposal> from(PaperData data) {
        var proposals = new ArrayList<Proposal>();
        data.ladder().forEach(line -> proposals.add(ladder(line)));
        data.measures().forEach(measure -> measure(measure, proposals));
        returns(data, proposals);
        proposals.sort(java.util.Comparator.comparing(Proposal::heading));
        return List.copyOf(proposals);
    }

    /// A point that stands in the paper already.
    ///
    /// @param key what proposed it
    /// @param untouched whether no person has changed it
    public record Standing(String key, Heading heading, boolean untouched) {}

    /// What is done with proposals in a paper that has points.
    ///
    /// @param add what is put in, unless it was proposed before
    /// @param takeOut keys of points that give way
    public record Settled(List<Proposal> add, List<String> takeOut) {}

    /// One matter stands once: alert outranks advise, and both outrank assure. An assurance of a matter that
    /// stands under alert or advise is not proposed, and one that stood before gives way to them unless a
    /// person has changed it.
    public static Settled settle(List<Standing> points, List<Proposal> proposed) {
        var troubled = Stream.concat(
                        points.stream()
                                .filter(point -> point.heading() != Heading.ASSURE)
                                .map(point -> matter(point.key())),
                        proposed.stream()
                                .filter(proposal -> proposal.heading() != Heading.ASSURE)
                                .map(proposal -> matter(proposal.key())))
                .collect(Collectors.toSet());
        return new Settled(
                proposed.stream()
                        .filter(each -> each.heading() != Heading.ASSURE || !troubled.contains(matter(each.key())))
                        .toList(),
                points.stream()
                        .filter(each -> each.heading() == Heading.ASSURE && each.untouched())
                        .map(Standing::key)
                        .filter(key -> troubled.contains(matter(key)))
                        .toList());
    }

    /// What a key is about, whatever is said of it: `measure/K03` of `measure/K03/concern`.
    private static String matter(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    private static Proposal ladder(LadderLine line) {
        var heading = line.level().equals("WATCH") ? Heading.ADVISE : Heading.ALERT;
        return new Proposal(
                "ladder/%s/%s".formatted(line.code(), line.level()),
                heading,
                "%s is %s, since %s."
                        .formatted(
                                line.name(), LEVELS.getOrDefault(line.level(), line.level()), Words.day(line.since())),
                "/providers/" + line.code());
    }

    private static void measure(Measure measure, List<Proposal> proposals) {
        var troubled = names(measure, state -> state.concern() || state.fails());
        var sound = names(measure, state -> !state.concern() && (state.improvement() || state.passes()));
        if (!troubled.isEmpty()) {
            var others = sound.isEmpty()
                    ? ""
                    : " %s improving or sure to meet it."
                            .formatted(Words.count(sound.size(), "other is", "others are"));
            proposals.add(new Proposal(
                    "measure/%s/concern".formatted(measure.kpi()),
                    measure.priority() ? Heading.ALERT : Heading.ADVISE,
                    "%s: %s of concern or certain to miss the target as things stand (%s).%s %s"
                            .formatted(
                                    measure.name(),
                                    Words.count(troubled.size(), "provider is", "providers are"),
                                    Words.list(troubled, NAMED),
                                    others,
                                    together(measure)),
                    "/measures/" + measure.kpi()));
        } else if (!sound.isEmpty()) {
            proposals.add(new Proposal(
                    "measure/%s/assured".formatted(measure.kpi()),
                    Heading.ASSURE,
                    "%s: %s improving or sure to meet the target (%s). %s"
                            .formatted(
                                    measure.name(),
                                    Words.count(sound.size(), "provider is", "providers are"),
                                    Words.list(sound, NAMED),
                                    together(measure)),
                    "/measures/" + measure.kpi()));
        }
    }

    /// The total beside its target; where the total is withheld, why.
    private static String together(Measure measure) {
        var total = measure.total().text();
        var withheld = Withheld.why(total);
        var target = measure.target();
        var against = target == null
                ? ""
                : "target " + target.stripTrailingZeros().toPlainString()
                        + (measure.unit().equals("PERCENT") ? "%" : "");
        return "All providers together: %s%s%s."
                .formatted(
                        withheld == null ? total : "withheld, because " + withheld,
                        against.isEmpty() ? "" : withheld == null ? ", " : "; ",
                        against);
    }

    private static List<String> names(Measure measure, Predicate<ProviderState> wanted) {
        return measure.states().stream().filter(wanted).map(ProviderState::name).collect(Collectors.toList());
    }

    private static void returns(PaperData data, List<Proposal> proposals) {
        var missing =
                data.returns().late().stream().filter(each -> !each.received()).toList();
        var late = data.returns().late();
        if (!late.isEmpty()) {
            proposals.add(new Proposal(
                    "returns/late",
                    Heading.ADVISE,
                    "%s for %s came late or had not come by %s (%s); not come: %d."
                            .formatted(
                                    Words.count(late.size(), "return", "returns"),
                                    data.label(),
                                    Words.day(data.asOf()),
                                    Words.list(
                                            late.stream()
                                                    .map(PaperData.LateReturn::name)
                                                    .distinct()
                                                    .toList(),
                                            NAMED),
                                    missing.size()),
                    "/returns?period=" + data.period()));
        } else if (value(data.returns().expected()) > 0) {
            proposals.add(new Proposal(
                    "returns/in-time",
                    Heading.ASSURE,
                    "Every return due for %s came in time (%s of %s)."
                            .formatted(
                                    data.label(),
                                    data.returns().onTime().text(),
                                    data.returns().expected().text()),
                    "/returns?period=" + data.period()));
        }
    }

    private static long value(PaperFigure figure) {
        return figure.value() == null ? 0 : figure.value().longValue();
    }
}
