package uk.goldenthread.overview.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Tone;

/// Everything known of one provider, as its template shows it.
///
/// @param state in one sentence
/// @param own whether the person sees their own organisation
/// @param level of the ladder, in words, with what it means for the provider; null where the person may not see it
/// @param timeliness how the last two years' returns came in, in one sentence
/// @param beside what it claims beside what else is known; null for the provider itself, and where nothing is known
/// @param directory its entry there; null for who may not open it
/// @param address of this page, for its form to the past; null where the person may not see the past
public record ProviderPage(
        String code,
        String name,
        String kind,
        String state,
        boolean own,
        @Nullable Level level,
        List<Group> groups,
        String timeliness,
        List<Return> returns,
        List<Signal> signals,
        List<Move> moves,
        List<Post> posts,
        List<String> prompts,
        @Nullable ClaimsBeside beside,
        String asAt,
        @Nullable String directory,
        @Nullable String address) {
    private static final int FIRST = 6;

    /// The latest open signals.
    public List<Signal> firstSignals() {
        return signals.subList(0, Math.min(FIRST, signals.size()));
    }

    /// The open signals raised before those.
    public List<Signal> furtherSignals() {
        return signals.subList(Math.min(FIRST, signals.size()), signals.size());
    }

    /// The parts of the page that are there, for it is long: what each is called and where it begins.
    public List<Link> parts() {
        var parts = new ArrayList<Link>();
        if (!signals.isEmpty()) {
            parts.add(new Link("Open signals (" + signals.size() + ")", "#signals"));
        }
        if (beside != null) {
            parts.add(new Link("What it claims", "#beside"));
        }
        parts.add(new Link("Measures", "#measures"));
        parts.add(new Link("Returns", "#returns"));
        if (level != null) {
            parts.add(new Link("Oversight", "#oversight"));
        }
        parts.add(new Link("Contacts", "#contacts"));
        return List.copyOf(parts);
    }

    /// @param href the ladder's page of this provider
    public record Level(
            String words,
            Tone tone,
            @Nullable String since,
            @Nullable String exit,
            String href) {}

    /// The tiles of one theme, or of all that matters first.
    ///
    /// @param folded what stands in place of its tiles until it is opened; null where they stand open
    public record Group(
            String name, List<Tile> tiles, @Nullable String folded) {}

    /// One measure.
    ///
    /// @param style concern, improvement, neutral or none
    /// @param spark null on fewer than two values
    public record Tile(
            String kpi,
            String name,
            boolean priority,
            String value,
            String style,
            List<Content> icons,
            String words,
            String fresh,
            @Nullable Content spark,
            boolean opens) {}

    /// @param href null for who may not open the return
    public record Return(
            String period,
            String due,
            String state,
            String came,
            boolean late,
            @Nullable String href) {}

    /// @param href null for who may not open the signal
    public record Signal(
            String words,
            String raised,
            String state,
            @Nullable String href) {}

    public record Move(String on, String words, String cause) {}

    public record Post(
            String role,
            String person,
            @Nullable String email,
            @Nullable String telephone) {}
}
