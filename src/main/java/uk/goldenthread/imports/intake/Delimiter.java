package uk.goldenthread.imports.intake;

import java.util.ArrayList;
import java.util.List;

/// Finds whether a CSV file parts its cells by comma, semicolon (Excel in much of Europe) or tab.
final class Delimiter {
    private static final char[] CANDIDATES = {',', ';', '\t'};
    private static final int LINES = 10;

    private Delimiter() {}

    /// The candidate that gives the most lines the same number of cells as the first; comma where none occurs.
    static char in(String head) {
        var best = ',';
        var bestScore = 0L;
        for (var candidate : CANDIDATES) {
            var score = score(counts(head, candidate));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(List<Integer> counts) {
        if (counts.isEmpty() || counts.getFirst() == 0) {
            return 0;
        }
        var first = counts.getFirst();
        var alike = counts.stream().filter(first::equals).count();
        return alike * 10_000 + Math.min(first, 9_999);
    }

    /// How often the candidate stands outside quotation marks in each of the first lines; a line cut off is left out.
    private static List<Integer> counts(String head, char candidate) {
        var counts = new ArrayList<Integer>();
        var quoted = false;
        var count = 0;
        var any = false;
        for (var i = 0; i < head.length() && counts.size() < LINES; i++) {
            var c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == candidate) {
                count++;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (any) {
                    counts.add(count);
                }
                count = 0;
                any = false;
                continue;
            }
            any = true;
        }
        if (any && counts.isEmpty()) {
            counts.add(count);
        }
        return counts;
    }
}
