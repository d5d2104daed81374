package uk.goldenthread.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;

/// A person's own account page.
///
/// @param recoveryCodes how many are left
/// @param newToken a token just made, shown this once; null otherwise
public record AccountPage(
        Actor actor,
        List<Accounts.Place> places,
        List<TokenLine> tokens,
        boolean secondFactor,
        int recoveryCodes,
        @Nullable String newToken,
        FieldErrors errors) {
    /// One personal token.
    public record TokenLine(int id, String label, String made, String lastUsed, String expires) {}
}
