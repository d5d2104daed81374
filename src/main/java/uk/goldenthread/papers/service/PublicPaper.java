package uk.goldenthread.papers.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Heading;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.store.PointStore.Point;
import uk.goldenthread.papers.store.TextStore.Text;

/// A frozen paper as anyone may read it: small numbers hidden, confidential parts and points never in it
/// (BR-PAP-3).
///
/// @param signatures in words
public record PublicPaper(
        Cover cover,
        PaperData data,
        Map<String, String> words,
        List<PublicPoint> points,
        List<String> signatures,
        Instant frozenAt,
        java.time.LocalDate meetingOn) {

    /// A point without who wrote it.
    public record PublicPoint(
            Heading heading, String words, @Nullable String evidence) {}

    static PublicPaper of(Paper.Frozen paper, PaperData data, Map<Slot, Text> texts, List<Point> points) {
        var words = new TreeMap<String, String>();
        texts.values().stream()
                .filter(text -> !text.confidential() && !text.words().isBlank())
                .forEach(text -> words.put(text.slot().name(), text.words()));
        return new PublicPaper(
                paper.cover(),
                data,
                words,
                points.stream()
                        .filter(point -> point.stands() && !point.confidential())
                        .map(point -> new PublicPoint(point.heading(), point.words(), point.evidence()))
                        .toList(),
                paper.signed().stream()
                        .map(each -> each.step().words() + ", " + each.role())
                        .toList(),
                paper.frozenAt(),
                paper.occasion().meetingOn());
    }
}
