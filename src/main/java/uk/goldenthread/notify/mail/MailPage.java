package uk.goldenthread.notify.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How mail stands, for whoever administers accounts.
///
/// @param server where mail is handed over; null while no server is set
/// @param givenUp how many can be tried again
public record MailPage(@Nullable String server, List<Line> lines, List<Trouble> troubles, int givenUp) {
    /// Mails in one state, in words.
    public record Line(String state, int count, String remark) {}

    /// One kind of trouble with what to do about it.
    public record Trouble(String problem, String meaning, int count, String latest) {}
}
