package uk.goldenthread.shell.charts;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Figures;

/// A peer group's shares by size, with the limits within which chance alone would keep 95 % and 99.8 % of them around
/// the group's
/// own share. One provider is marked as one's own. Who may be named is decided before, not here.
public final class FunnelChart {
    static final double WIDTH = 960;
    static final double HEIGHT = 440;
    static final double LEFT = 64;
    static final double RIGHT = 780;
    static final double TOP = 44;
    static final double BOTTOM = 356;
    private static final String OWN = "#005eb8";
    private static final String QUIET = "#4c6272";
    private static final int STEPS = 80;

    private final List<Peer> peers;
    private final Svg svg;
    private final double share;
    private final Scale x;
    private final Scale y;

    /// One provider's figures.
    ///
    /// @param own true for the provider whose page this is; at most one
    public record Peer(String name, int numerator, int denominator, boolean own) {
        public Peer {
            if (denominator < 1 || numerator < 0 || numerator > denominator) {
                throw new IllegalArgumentException("%s: %d of %d".formatted(name, numerator, denominator));
            }
        }

        public double share() {
            return (double) numerator / denominator;
        }
    }

    /// Where a provider lies.
    public enum Standing {
        WITHIN("Within what chance explains"),
        BEYOND_95("Outside the 95% limits"),
        BEYOND_998("Outside the 99.8% limits");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private FunnelChart(String finding, String alternative, List<Peer> peers) {
        this.peers = peers;
        this.share = groupShare(peers);
        this.svg = Svg.open(WIDTH, HEIGHT, finding, alternative);
        var largest = peers.stream().mapToInt(Peer::denominator).max().orElse(1);
        this.x = Scale.round(0, largest * 1.05, 6, LEFT, RIGHT);
        this.y = axis();
    }

    /// Draws the funnel.
    ///
    /// @param measure the measure's name, for the axis
    /// @param counted what the bottom axis counts: "Staff who need level 3 training"
    public static Chart draw(String finding, String measure, String counted, List<Peer> peers) {
        if (peers.isEmpty()) {
            throw new IllegalArgumentException("a funnel needs peers");
        }
        var alternative = alternative(measure, peers);
        var chart = new FunnelChart(finding, alternative, List.copyOf(peers));
        chart.axes(measure, counted);
        chart.limits();
        chart.points();
        chart.key();
        return new Chart(finding, chart.svg.finish(), alternative, columns(), rows(peers));
    }

    /// The group's own share: all their events over all they count.
    public static double groupShare(List<Peer> peers) {
        var numerator = peers.stream().mapToLong(Peer::numerator).sum();
        var denominator = peers.stream().mapToLong(Peer::denominator).sum();
        return (double) numerator / denominator;
    }

    /// Where one lies within its group.
    public static Standing standing(Peer peer, double groupShare) {
        if (beyond(peer, groupShare, 0.001)) {
            return Standing.BEYOND_998;
        }
        return beyond(peer, groupShare, 0.025) ? Standing.BEYOND_95 : Standing.WITHIN;
    }

    private static boolean beyond(Peer peer, double share, double tail) {
        return peer.share() < FunnelLimits.at(share, peer.denominator(), tail)
                || peer.share() > FunnelLimits.at(share, peer.denominator(), 1 - tail);
    }

    private Scale axis() {
        var shares = peers.stream().mapToDouble(Peer::share).summaryStatistics();
        var smallest = peers.stream().mapToInt(Peer::denominator).min().orElse(1);
        var least = Math.min(shares.getMin(), FunnelLimits.at(share, smallest, 0.001)) * 100;
        var most = Math.max(shares.getMax(), FunnelLimits.at(share, smallest, 0.999)) * 100;
        var scale = Scale.round(least < most * 0.4 ? 0 : least, most, 6, BOTTOM, TOP);
        return scale.within(0, 100);
    }

    private void axes(String measure, String counted) {
        svg.rect(0, 0, WIDTH, HEIGHT, "fill=\"#ffffff\"");
        var note = y.low() > 0 ? " (the scale starts at " + Unit.PERCENT.tick(y.low(), y.step()) + ")" : "";
        svg.text(8, 22, measure + note, "font-size=\"15\" font-weight=\"bold\" fill=\"#212b32\"");
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), "stroke=\"#e8edee\" stroke-width=\"1\"");
            var words = Unit.PERCENT.tick(tick, y.step());
            svg.text(LEFT - 8, y.at(tick) + 5, words, "text-anchor=\"end\" font-size=\"14\" fill=\"" + QUIET + "\"");
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "stroke=\"#768692\" stroke-width=\"1\"");
        for (double tick : x.ticks()) {
            var words = Figures.whole(Math.round(tick));
            svg.text(x.at(tick), BOTTOM + 22, words, "text-anchor=\"middle\" font-size=\"14\" fill=\"" + QUIET + "\"");
        }
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 44, counted, "text-anchor=\"middle\" font-size=\"14\" fill=\"#212b32\"");
    }

    private void limits() {
        var mean = y.at(share * 100);
        svg.line(LEFT, mean, RIGHT, mean, "data-line=\"mean\" stroke=\"#212b32\" stroke-width=\"1.5\"");
        curve(count -> FunnelLimits.at(share, count, 0.025), "stroke-dasharray=\"6 4\"");
        curve(count -> FunnelLimits.at(share, count, 0.975), "stroke-dasharray=\"6 4\"");
        curve(count -> FunnelLimits.at(share, count, 0.001), "");
        curve(count -> FunnelLimits.at(share, count, 0.999), "");
        LineLabels.draw(
                svg,
                List.of(new LineLabels.Label(mean, "Group " + Unit.PERCENT.write(share * 100), "#212b32", false)),
                RIGHT + 8,
                TOP,
                BOTTOM);
    }

    /// One limit's curve, from the smallest count at which it lies within the drawing.
    private void curve(IntToDoubleFunction limit, String dashes) {
        var d = new StringBuilder();
        var smallest = peers.stream().mapToInt(Peer::denominator).min().orElse(1);
        for (int step = 0; step <= STEPS; step++) {
            // Closer together at the small end, where the funnel turns fastest.
            var along = Math.pow((double) step / STEPS, 2);
            var count = (int) Math.max(1, Math.round(smallest * 0.8 + along * (x.high() - smallest * 0.8)));
            var value = limit.applyAsDouble(count) * 100;
            if (value >= y.low() && value <= y.high()) {
                d.append(d.isEmpty() ? "M" : "L")
                        .append(Svg.number(x.at(count)))
                        .append(' ');
                d.append(Svg.number(y.at(value)));
            }
        }
        if (!d.isEmpty()) {
            svg.path(d.toString(), "fill=\"none\" stroke=\"#768692\" stroke-width=\"1\" " + dashes);
        }
    }

    private void points() {
        var ownLast = peers.stream().sorted(Comparator.comparing(Peer::own)).toList();
        for (var peer : ownLast) {
            var standing = standing(peer, share);
            var height = y.at(peer.share() * 100);
            var place = x.at(peer.denominator());
            svg.group(
                    "data-peer=\"" + standing + "\"" + (peer.own() ? " data-own=\"true\"" : ""),
                    peer.name() + ": " + Unit.PERCENT.write(peer.share() * 100) + " of "
                            + Figures.whole(peer.denominator()));
            if (peer.own()) {
                svg.circle(place, height, 8, "fill=\"" + OWN + "\" stroke=\"#212b32\" stroke-width=\"2\"");
                var left = place > (LEFT + RIGHT) / 2;
                svg.text(
                        place + (left ? -14 : 14),
                        height + 5,
                        peer.name(),
                        "text-anchor=\"" + (left ? "end" : "start") + "\" font-size=\"15\" font-weight=\"bold\""
                                + " fill=\"#212b32\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"");
            } else {
                var fill = standing == Standing.WITHIN ? "#ffffff" : QUIET;
                svg.circle(place, height, 5, "fill=\"" + fill + "\" stroke=\"" + QUIET + "\" stroke-width=\"1.5\"");
            }
            svg.end();
        }
    }

    private void key() {
        var top = HEIGHT - 18;
        svg.line(LEFT, top, LEFT + 30, top, "stroke=\"#768692\" stroke-width=\"1\" stroke-dasharray=\"6 4\"");
        svg.text(LEFT + 38, top + 5, "95% limits", "font-size=\"14\" fill=\"#212b32\"");
        svg.line(LEFT + 140, top, LEFT + 170, top, "stroke=\"#768692\" stroke-width=\"1\"");
        svg.text(LEFT + 178, top + 5, "99.8% limits", "font-size=\"14\" fill=\"#212b32\"");
        svg.circle(LEFT + 300, top, 5, "fill=\"" + QUIET + "\" stroke=\"" + QUIET + "\"");
        svg.text(LEFT + 312, top + 5, "Outside a limit", "font-size=\"14\" fill=\"#212b32\"");
    }

    private static String alternative(String measure, List<Peer> peers) {
        var share = groupShare(peers);
        var words = new StringBuilder(measure + " among " + peers.size() + " providers; the group's share is "
                + Unit.PERCENT.write(share * 100) + ".");
        peers.stream()
                .filter(Peer::own)
                .findFirst()
                .ifPresent(own -> words.append(' ')
                        .append(own.name())
                        .append(" has ")
                        .append(Unit.PERCENT.write(own.share() * 100))
                        .append(": ")
                        .append(standing(own, share).words())
                        .append('.'));
        var outside = peers.stream()
                .filter(peer -> standing(peer, share) != Standing.WITHIN)
                .count();
        return words.append(' ')
                .append(outside)
                .append(" outside the 95% limits.")
                .toString();
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("Provider"),
                Column.figures("Number"),
                Column.figures("Out of"),
                Column.figures("Share"),
                Column.text("Where it lies"));
    }

    private static List<List<Cell>> rows(List<Peer> peers) {
        var share = groupShare(peers);
        return peers.stream()
                .sorted(Comparator.comparingDouble(Peer::share).thenComparing(Peer::name))
                .map(peer -> List.of(
                        Cell.naming(peer.own() ? peer.name() + " (this provider)" : peer.name()),
                        Cell.of(peer.numerator()),
                        Cell.of(peer.denominator()),
                        Cell.of(Unit.PERCENT.write(peer.share() * 100)),
                        Cell.of(standing(peer, share).words())))
                .toList();
    }
}
