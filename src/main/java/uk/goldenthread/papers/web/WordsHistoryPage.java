package uk.goldenthread.papers.web;

import java.util.List;
import uk.goldenthread.kernel.words.WordDifference.Piece;

/// Every wording a part had, the latest first.
public record WordsHistoryPage(int id, String paper, String title, List<Line> lines) {
    /// One wording: who, when, and what they changed.
    public record Line(int revision, String author, String at, List<Piece> pieces) {}
}
