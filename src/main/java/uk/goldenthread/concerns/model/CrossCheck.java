package uk.goldenthread.concerns.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One matter that a provider claims and that other things tell of as well: which lines of which framework claim it,
/// and
/// which figures, questions of the practitioners' survey and themes of what is heard test it.
///
/// @param code its code, such as `TRAINING`
/// @param name as a reader knows it
/// @param lines by framework, the codes of its criteria
/// @param figures the codes of the figures that test it
/// @param questions the codes of the survey's questions that test it
/// @param themes the codes of the themes under which something heard tests it
public record CrossCheck(
        String code,
        String name,
        Map<String, List<String>> lines,
        Set<String> figures,
        Set<String> questions,
        Set<String> themes) {
    /// Copies the collections in.
    public CrossCheck {
        lines = Map.copyOf(lines);
        figures = Set.copyOf(figures);
        questions = Set.copyOf(questions);
        themes = Set.copyOf(themes);
    }

    /// Whether a criterion claims this matter.
    public boolean isClaimedBy(String framework, String line) {
        return lines.getOrDefault(framework, List.of()).contains(line);
    }
}
