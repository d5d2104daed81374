package uk.goldenthread.actions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.SummaryRow;

/// One action.
///
/// @param sentence how it stands
/// @param colour how it stands in one word, whose tone helps the eye
/// @param next the next step as the one primary button; null when this person has none
/// @param others what else this person may do
/// @param waits who may take the next step, when this person may not
/// @param sources what asked for it
/// @param evidence what was given for it
/// @param giveHref where evidence is given; null for those who may not
/// @param asAt what the address of another page that shows the same instant ends with
public record ActionPage(
        long id,
        String title,
        String provider,
        String sentence,
        Tag colour,
        @Nullable Link next,
        List<Link> others,
        @Nullable String waits,
        List<String> notices,
        List<SummaryRow> facts,
        List<Source> sources,
        List<EvidenceItem> evidence,
        @Nullable String giveHref,
        List<Judgement> judgements,
        List<Later> extensions,
        List<Step> steps,
        String asAt) {
    /// A word and its tone.
    public record Tag(String word, String tone) {}

    /// What asked for it; no address where it may not be opened.
    public record Source(String sentence, @Nullable String href) {}

    /// A judgement.
    public record Judgement(String decision, String by, String words, String evidence) {}

    /// A later date that was asked for.
    public record Later(String sentence, String reason, String decision) {}

    /// A step of its story.
    public record Step(String sentence, String when, String words) {}
}
