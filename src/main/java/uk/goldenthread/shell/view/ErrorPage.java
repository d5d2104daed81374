package uk.goldenthread.shell.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page that could not be shown, in plain words.
///
/// @param reason why, and who can lift it, where that may be told; null otherwise
/// @param reference found again in the log; null where nothing was logged
public record ErrorPage(
        int status,
        String heading,
        List<String> sentences,
        @Nullable String reason,
        @Nullable String reference) {
    public ErrorPage {
        sentences = List.copyOf(sentences);
    }

    /// The words for an HTTP status. Statuses without words of their own speak as 400 or 500.
    public static ErrorPage of(int status, @Nullable String reason, @Nullable String reference) {
        var words = words(status);
        return new ErrorPage(status, words.getFirst(), words.subList(1, words.size()), reason, reference);
    }

    private static List<String> words(int status) {
        return switch (status) {
            case 401 -> List.of("Sign in to see this page", "You are not signed in, or your session has ended.");
            case 403 ->
                List.of(
                        "You cannot open this page",
                        "What you do here does not include it. If it should, ask the person who looks after accounts in"
                                + " your organisation.");
            case 404 ->
                List.of(
                        "Page not found",
                        "There is nothing at this address, or it is not open to you.",
                        "Check the address if you typed it, or start again from Home.");
            case 405 -> List.of("That cannot be done here", "Go back to the page you came from and try again.");
            case 409 ->
                List.of(
                        "Somebody else changed this first",
                        "What you typed has not been saved. Go back, look at what changed, and save again.");
            case 413 ->
                List.of(
                        "The file is too large",
                        "Nothing was saved. A file may have at most 25 MB: send a smaller one, or several.");
            case 422 ->
                List.of("This cannot be accepted as it is", "Go back and mend what is marked. Nothing was saved.");
            case 429 -> List.of("Too many tries", "Wait a few minutes, then try again.");
            case 503 ->
                List.of(
                        "The service cannot answer just now",
                        "Nothing that was saved is lost. Try again in a few minutes.");
            default ->
                status < 500
                        ? List.of("That request was not understood", "Go back to the page you came from and try again.")
                        : List.of(
                                "Something went wrong here",
                                "It is our fault, not yours. What you did last may not have been saved: look before"
                                        + " doing it again.");
        };
    }
}
