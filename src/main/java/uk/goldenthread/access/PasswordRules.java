package uk.goldenthread.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a password must be: long, and not one that is tried first (NIST SP 800-63B section 5.1.1.2; NCSC password
/// guidance). No rule about kinds of characters, and none that makes people change it.
final class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    /// Fewer guesses than this and a thief of the hashes finds it (zxcvbn's score 3 begins here).
    private static final double FEWEST_GUESSES = 1e8;
    /// zxcvbn's time grows with the length; so far is enough to judge by.
    private static final int JUDGED = 64;

    private static final List<String> OURS = List.of("golden", "thread", "goldenthread", "safeguarding", "nhs", "icb");
    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private PasswordRules() {}

    /// What is wrong with a password, as a sentence; empty when it will do.
    ///
    /// @param signInName the person's e-mail address
    static Optional<String> problem(String password, String signInName, String name) {
        if (password.length() < SHORTEST) {
            return Optional.of(
                    "Enter at least %d characters. Three or four words are easy to remember".formatted(SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of("Enter at most %d characters".formatted(LONGEST));
        }
        var own = own(signInName, name);
        var bare = password.toLowerCase(Locale.ROOT);
        if (own.stream().anyMatch(word -> word.length() > 3 && bare.contains(word))) {
            return Optional.of("Enter a password without your name or e-mail address in it");
        }
        own.addAll(OURS);
        var judged = password.substring(0, Math.min(JUDGED, password.length()));
        return STRENGTH.measure(judged, own).getGuesses() < FEWEST_GUESSES
                ? Optional.of("Enter a password that is harder to guess: this one, or one like it, is tried first")
                : Optional.empty();
    }

    private static List<String> own(String signInName, String name) {
        var words = new ArrayList<String>();
        var address = signInName.toLowerCase(Locale.ROOT);
        words.add(address);
        words.addAll(List.of(address.replaceAll("@.*", "").split("[._+-]+")));
        words.addAll(List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
        words.removeIf(String::isBlank);
        return words;
    }
}
