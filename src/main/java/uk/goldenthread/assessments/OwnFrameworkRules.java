package uk.goldenthread.assessments;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.goldenthread.assessments.FrameworkLines.Coded;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.catalogue.YamlEntry;

/// What an ICB's own framework keeps to beside what the linter asks of every framework: codes that stand in addresses
/// and forms, a size that a page can carry, and an edition that changes nothing published before.
final class OwnFrameworkRules {
    private static final Pattern FRAMEWORK = Pattern.compile("[A-Z][A-Z0-9_]{2,19}");
    private static final Pattern EDITION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,19}");
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_STANDARDS = 60;
    private static final int MOST_QUESTIONS = 500;

    /// A date that could not be read stands in as one before this.
    private static final int FIRST_YEAR = 1950;

    private final Frameworks book;
    private final Set<String> shipped;

    OwnFrameworkRules(Frameworks book, Set<String> shipped) {
        this.book = book;
        this.shipped = shipped;
    }

    /// Notes every fault at its line. What is missing altogether was noted before.
    void check(YamlEntry root, FrameworkEdition edition, List<Coded> coded) {
        names(root, edition);
        editions(root, edition);
        coded.forEach(OwnFrameworkRules::check);
        if (edition.standards().size() > MOST_STANDARDS) {
            root.problem("standards", "more than %d standards".formatted(MOST_STANDARDS));
        }
        if (coded.stream().filter(each -> !each.standard()).count() > MOST_QUESTIONS) {
            root.problem("standards", "more than %d lines and questions".formatted(MOST_QUESTIONS));
        }
    }

    private void names(YamlEntry root, FrameworkEdition edition) {
        var code = edition.code();
        if (shipped.contains(code)) {
            root.problem("code", "\"%s\" is a shipped framework: give your own another code".formatted(code));
        } else if (!code.isEmpty() && !FRAMEWORK.matcher(code).matches()) {
            root.problem(
                    "code",
                    "\"%s\" should be 3 to 20 capital letters, digits or _, beginning with a letter".formatted(code));
        }
        if (edition.name().length() > LONGEST_NAME || isUnprintable(edition.name())) {
            root.problem("name", "the name should be at most %d printable characters".formatted(LONGEST_NAME));
        }
        edition.basis().stream()
                .filter(basis -> basis.length() > LONGEST_NAME || isUnprintable(basis))
                .forEach(_ -> root.problem(
                        "basis", "each basis should be at most %d printable characters".formatted(LONGEST_NAME)));
    }

    private void editions(YamlEntry root, FrameworkEdition edition) {
        var name = edition.edition();
        if (shipped.contains(edition.code())) {
            return; // told already
        }
        if (!name.isEmpty() && !EDITION.matcher(name).matches()) {
            root.problem(
                    "edition", "\"%s\" should be at most 20 letters, digits, dots, hyphens or slashes".formatted(name));
        }
        var before = book.editions().stream()
                .filter(each -> each.code().equals(edition.code()))
                .toList();
        if (before.stream().anyMatch(each -> address(each.edition()).equals(address(name)))) {
            root.problem(
                    "edition",
                    "edition %s of %s is published and never changes: give this one another name"
                            .formatted(name, edition.code()));
        }
        before.stream()
                .filter(each -> root.has("validFrom")
                        && edition.validFrom().getYear() >= FIRST_YEAR
                        && !edition.validFrom().isAfter(each.validFrom()))
                .findFirst()
                .ifPresent(each -> root.problem(
                        "validFrom",
                        "edition %s is in force from %s: a new edition begins after that"
                                .formatted(each.edition(), each.validFrom())));
    }

    /// On the thread a slash is written as a hyphen, so two editions that differ in that alone are one there.
    private static String address(String edition) {
        return edition.replace('/', '-').toLowerCase(Locale.ROOT);
    }

    private static void check(Coded coded) {
        var code = coded.code();
        var taken = coded.standard() && code.equalsIgnoreCase("all"); // the address of all standards at once
        if (!code.isEmpty() && (taken || !LINE.matcher(code).matches())) {
            coded.entry()
                    .problem(
                            "code",
                            "\"%s\" should be at most 20 letters, digits, dots, hyphens or _, beginning with a letter or digit%s"
                                    .formatted(code, taken ? ", and not this word" : ""));
        }
        if (coded.text().length() > LONGEST_TEXT || isUnprintable(coded.text())) {
            coded.entry()
                    .problem(
                            coded.standard() ? "name" : "text",
                            "the words of %s should be at most %,d printable characters".formatted(code, LONGEST_TEXT));
        }
    }

    private static boolean isUnprintable(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
