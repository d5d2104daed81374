package uk.goldenthread.shell.view;

import java.util.List;

/// Frames for view tests.
public final class Frames {
    private Frames() {}

    /// A designated nurse at a fictional ICB, who also serves a second one.
    public static Frame designatedNurse() {
        return new Frame(
                Frame.SERVICE,
                List.of(
                        new Frame.NavigationItem("Home", "/", false),
                        new Frame.NavigationItem("Providers", "/providers", false),
                        new Frame.NavigationItem("Returns", "/returns", true),
                        new Frame.NavigationItem("Assessments", "/assessments", false),
                        new Frame.NavigationItem("Actions", "/actions", false),
                        new Frame.NavigationItem("Cases", "/cases", false),
                        new Frame.NavigationItem("Meetings and papers", "/papers", false)),
                new Frame.Account(
                        "Rowan Ashdown",
                        "NHS Northmoor and Vale ICB · Designated nurse",
                        List.of(new Frame.Elsewhere("QX2/designated-nurse", "NHS Westfold ICB · Designated nurse")),
                        List.of(new Frame.NavigationItem("Library", "/library", false))),
                new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "token-1"),
                null,
                true,
                null,
                null,
                900);
    }

    /// The same person, looking at the past.
    public static Frame lookingBack() {
        var now = designatedNurse();
        return new Frame(
                now.service(),
                now.navigation(),
                now.account(),
                now.csrf(),
                new Frame.AsAt("14 March 2026 at 9am", "/returns"),
                false,
                null,
                null,
                0);
    }
}
