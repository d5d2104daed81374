package uk.goldenthread.shell.components;

import org.jspecify.annotations.Nullable;

/// One section of a return or an assessment, in its task list.
///
/// @param href null when the section cannot be started yet
/// @param done true when nothing remains to be done, which is shown quietly rather than as a tag
public record Task(
        String title, @Nullable String href, @Nullable String hint, String status, Tone tone, boolean done) {
    public static Task completed(String title, String href) {
        return new Task(title, href, null, "Completed", Tone.PLAIN, true);
    }

    public static Task open(String title, String href, String status, Tone tone) {
        return new Task(title, href, null, status, tone, false);
    }

    public static Task notYet(String title, String why) {
        return new Task(title, null, why, "Cannot start yet", Tone.PLAIN, false);
    }

    public Task withHint(String words) {
        return new Task(title, href, words, status, tone, done);
    }
}
