package uk.goldenthread.imports.ods;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts a registered name, all in capitals, into the case a person would write: "Springs Health Centre".
///
/// Kept in capitals: known abbreviations, roman numerals, single letters, words with digits, and short words without a
/// vowel, which are abbreviations that nobody listed. Small words are small except at the start.
public final class PresentableName {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:['’][\\p{L}]+)*");
    private static final Pattern ROMAN = Pattern.compile("(?=[XVI])X{0,3}(IX|IV|V?I{0,3})");
    private static final Pattern WITHOUT_VOWEL = Pattern.compile("[B-DF-HJ-NP-TV-XZ]{2,4}");
    private static final Set<String> CAPITALS = Set.of(
            "NHS", "ICB", "GP", "GPS", "PCN", "CCG", "PCT", "HMP", "YOI", "UK", "UTC", "UCC", "OOH", "MSK", "CIC",
            "LLP", "ADHD", "CAMHS", "CMHT", "COPD", "MIU", "WIC", "AQP", "IUC", "PMS", "APMS", "GMS", "SMS", "ENT",
            "USA", "IAPT", "IV", "IPU", "CLCH", "NEAS", "EPUT", "ELFT", "BMI", "SARC", "HQ", "HIV", "IT", "AAA", "II",
            "III", "EA", "OP", "CHC", "CYP", "DCHS", "DHCFT", "LGBT", "LGBTQ");
    private static final Set<String> SMALL = Set.of(
            "and", "at", "by", "de", "en", "for", "in", "le", "next", "of", "on", "the", "to", "under", "upon", "with");
    private static final Set<String> ABBREVIATED = Set.of(
            "CT", "CTR", "CTRE", "GRP", "CTRS", "DR", "DRS", "FT", "HLTH", "HTH", "LTD", "MR", "MRS", "MS", "MT", "NTH",
            "PK", "PRCT", "RD", "SQ", "ST", "STH", "STR", "STS", "SVC", "SVCS", "WYLD", "LYNN", "GLYN", "WYN", "LYDD",
            "RHYL", "RYDS");

    private PresentableName() {}

    /// The name in the case a person would write; runs of spaces become one.
    public static String of(String registered) {
        var capitals = registered.strip().replaceAll("\\s+", " ").toUpperCase(Locale.UK);
        var shown = new StringBuilder(capitals.length());
        var words = WORD.matcher(capitals);
        var end = 0;
        while (words.find()) {
            shown.append(capitals, end, words.start());
            shown.append(word(words.group(), isFirst(capitals, words.start())));
            end = words.end();
        }
        return shown.append(capitals.substring(end)).toString();
    }

    /// A small word is written large at the start, and after a full stop, dash with spaces, or opening bracket.
    private static boolean isFirst(String text, int start) {
        var before = text.substring(0, start).stripTrailing();
        return before.isEmpty()
                || before.endsWith("(")
                || before.endsWith(".")
                || before.endsWith(" -")
                || before.endsWith("/");
    }

    private static String word(String word, boolean first) {
        if (word.length() == 1
                || word.chars().anyMatch(Character::isDigit)
                || CAPITALS.contains(word)
                || ROMAN.matcher(word).matches()) {
            return word;
        }
        var lower = word.toLowerCase(Locale.UK);
        if (SMALL.contains(lower)) {
            return first ? capitalised(lower) : lower;
        }
        if (WITHOUT_VOWEL.matcher(word).matches() && !ABBREVIATED.contains(word) && !word.contains("Y")) {
            return word;
        }
        if (lower.startsWith("mc") && lower.length() > 4) {
            return "Mc" + capitalised(lower.substring(2));
        }
        return apostrophes(lower);
    }

    /// O'Brien and D'Arcy, but King's and Children's: only after a single letter does a large one follow.
    private static String apostrophes(String lower) {
        var parts = lower.split("(?<=['’])", -1);
        if (parts[0].length() != 2 || parts.length == 1) {
            return capitalised(lower);
        }
        return Arrays.stream(parts).map(PresentableName::capitalised).collect(Collectors.joining());
    }

    private static String capitalised(String lower) {
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
