package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// W13: several sources say something within a short time. One remark is hearsay; three from two places are worth a
/// look.
///
/// @param active whether the rule is used
/// @param items how many within the days
/// @param days before today, today among them
/// @param sources how many different ones
public record HeardRule(boolean active, int items, int days, int sources) {
    /// The rule's code.
    public static final String CODE = "W13";

    /// Something that was heard.
    ///
    /// @param source in words: `Freedom to Speak Up`
    /// @param theme the code of what it is about
    /// @param praises whether it speaks well of the provider, and so warns of nothing
    public record Heard(LocalDate on, String source, String theme, boolean praises) {}

    /// What the rule finds on a day.
    public Optional<Finding> finding(List<Heard> heard, LocalDate today) {
        var since = today.minusDays(days - 1L);
        var lately = heard.stream()
                .filter(each -> !each.praises())
                .filter(each -> !each.on().isBefore(since) && !each.on().isAfter(today))
                .sorted(Comparator.comparing(Heard::on))
                .toList();
        var counts = lately.stream().collect(Collectors.groupingBy(Heard::source, TreeMap::new, Collectors.counting()));
        if (!active || lately.size() < items || counts.size() < sources) {
            return Optional.empty();
        }
        var each = counts.entrySet().stream()
                .map(entry -> "%s (%d)".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return Optional.of(Findings.between(
                CODE,
                Matter.HEARD.series("ALL"),
                lately.getFirst().on(),
                lately.getLast().on(),
                "%d things were heard within %d days from %d sources: %s."
                        .formatted(lately.size(), days, counts.size(), each)));
    }
}
