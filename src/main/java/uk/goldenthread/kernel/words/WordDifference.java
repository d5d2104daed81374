package uk.goldenthread.kernel.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What changed between two wordings, word by word.
public final class WordDifference {
    /// Above this many comparisons the wordings are shown whole, one after the other.
    private static final long MOST_COMPARISONS = 4_000_000;

    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");

    private WordDifference() {}

    /// What became of a stretch of text.
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /// A stretch of text; neighbours are never of the same kind.
    public record Piece(Kind kind, String text) {}

    /// The pieces in order: without the removed ones they read as `after`, without the added ones as
    /// `before`.
    public static List<Piece> between(String before, String after) {
        var old = words(before);
        var now = words(after);
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        var pieces = new ArrayList<Piece>();
        old.subList(0, head).forEach(word -> add(pieces, Kind.SAME, word));
        middle(pieces, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
        old.subList(old.size() - tail, old.size()).forEach(word -> add(pieces, Kind.SAME, word));
        return List.copyOf(pieces);
    }

    /// The longest common run of words is kept; everything else was removed or added, the removed first.
    private static void middle(List<Piece> pieces, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_COMPARISONS) {
            old.forEach(word -> add(pieces, Kind.REMOVED, word));
            now.forEach(word -> add(pieces, Kind.ADDED, word));
            return;
        }
        var longest = longest(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(pieces, Kind.SAME, old.get(i));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                add(pieces, Kind.REMOVED, old.get(i++));
            } else {
                add(pieces, Kind.ADDED, now.get(j++));
            }
        }
    }

    private static int[][] longest(List<String> old, List<String> now) {
        var longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(now.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static void add(List<Piece> pieces, Kind kind, String word) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + word));
        } else {
            pieces.add(new Piece(kind, word));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }
}
