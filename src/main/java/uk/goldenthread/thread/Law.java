package uk.goldenthread.thread;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.goldenthread.kernel.Reference;

/// Acts, regulations, guidance and contract clauses on the thread, by the words that cite them, so that every framework
/// that cites "Children Act 2004 s11" hangs on the same duty.
public final class Law {
    private static final Pattern APART = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 100;

    private Law() {}

    /// @param citation as a framework writes it
    /// @throws IllegalArgumentException when it has neither a letter nor a digit
    public static Reference cited(String citation) {
        var key = APART.matcher(citation.toLowerCase(Locale.ROOT)).replaceAll("-");
        key = key.startsWith("-") ? key.substring(1) : key;
        return new Reference("law", key.substring(0, Math.min(LONGEST, key.length())));
    }

    /// What the thread says of it.
    public static ThreadNode node(String citation) {
        return new ThreadNode(cited(citation), ThreadStage.LAW, citation, null, null);
    }
}
