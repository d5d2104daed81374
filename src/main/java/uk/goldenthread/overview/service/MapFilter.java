package uk.goldenthread.overview.service;

import org.jspecify.annotations.Nullable;

/// What part of the map is shown.
///
/// @param kind a group (`PROVIDER`, `PRACTICE`), a kind of organisation, or null for all
/// @param level a level of the ladder, or null for all
/// @param theme the only theme shown, or null for all
/// @param onlyConcerns only providers with a concern in what is shown
/// @param byName in the order of names rather than of concern
public record MapFilter(
        @Nullable String kind,
        @Nullable String level,
        @Nullable String theme,
        boolean onlyConcerns,
        boolean byName) {
    /// Everything, the greatest concern first.
    public static final MapFilter ALL = new MapFilter(null, null, null, false, false);
}
