package uk.goldenthread.access;

/// A module's place in the navigation; each module contributes a bean. A person sees the entries their role may open.
///
/// @param order where it stands; the first seven that a person may see are shown
/// @param needs the permission without which it is not shown
public record NavigationEntry(int order, String label, String href, Permission needs) {}
