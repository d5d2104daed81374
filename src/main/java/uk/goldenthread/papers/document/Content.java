package uk.goldenthread.papers.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Heading;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.model.Slot;

/// Everything a document is composed from, whichever edition it is.
///
/// @param shown which data it shows, in one sentence
/// @param asAt the instant its links go to, as an address carries it; null for today
/// @param linked whether figures link to what explains them: not in the public edition, whose readers
///     cannot open that
/// @param chain the sign-off chain in words
/// @param provenance how the figures can be proved, in sentences
public record Content(
        Cover cover,
        LocalDate meetingOn,
        PaperData data,
        Map<Slot, String> words,
        List<Point> points,
        String shown,
        @Nullable String asAt,
        boolean linked,
        List<String> chain,
        List<String> provenance) {
    public Content {
        words = Map.copyOf(words);
        points = List.copyOf(points);
        chain = List.copyOf(chain);
        provenance = List.copyOf(provenance);
    }

    /// The same without the words of one part.
    Content without(Slot slot) {
        var rest = new java.util.EnumMap<Slot, String>(Slot.class);
        rest.putAll(words);
        rest.remove(slot);
        return new Content(cover, meetingOn, data, rest, points, shown, asAt, linked, chain, provenance);
    }

    /// A point of the highlight report.
    public record Point(
            Heading heading, String words, @Nullable String evidence) {}
}
