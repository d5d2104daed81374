package uk.goldenthread.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Codes for the day the phone with the authenticator app is lost: ten at a time, each works once.
final class RecoveryCodes {
    static final int HOW_MANY = 10;
    private static final int LETTERS = 12;
    /// Without those that are mistaken for each other.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /// Ten new codes as people write them down: `abcd-efgh-jkmn`, about 59 bits each.
    static List<String> make() {
        return IntStream.range(0, HOW_MANY).mapToObj(_ -> one()).toList();
    }

    private static String one() {
        var letters = new StringBuilder();
        for (var i = 0; i < LETTERS; i++) {
            letters.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    /// What is kept of a code, however it was typed.
    static byte[] mac(IdentityKey key, String code) {
        return key.mac("recovery", code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
