package uk.goldenthread.organisations.model;

import java.util.List;
import java.util.Set;

/// A post that safeguarding guidance names.
///
/// @param appliesTo the kinds of organisation that have it
/// @param mandatory whether each of those must
/// @param level the level of the intercollegiate documents, or "exec", "board", "-"
/// @param incompatibleWith posts that the same person should not hold as well
/// @param source where it comes from, in words
public record StatutoryRole(
        String code,
        String name,
        Set<String> appliesTo,
        boolean mandatory,
        String level,
        List<String> incompatibleWith,
        String source) {
    public StatutoryRole {
        appliesTo = Set.copyOf(appliesTo);
        incompatibleWith = List.copyOf(incompatibleWith);
    }
}
