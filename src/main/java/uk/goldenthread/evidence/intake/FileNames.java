package uk.goldenthread.evidence.intake;

import java.util.regex.Pattern;

/// Makes a file's name fit to keep and to show: it is a label, never a path.
public final class FileNames {
    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 10;
    /// Controls, and marks that turn the direction of text, by which "fdp.exe" can be made to read
    /// "exe.pdf".
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\"*:<>?|]");

    private FileNames() {}

    /// The last part of what the browser sent, without what cannot be seen, at most 200 characters with
    /// its ending.
    ///
    /// @return `file` when nothing is left
    public static String clean(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var seen = NOT_IN_NAMES
                .matcher(HIDDEN.matcher(last).replaceAll(""))
                .replaceAll("-")
                .strip();
        if (seen.isEmpty() || seen.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        return seen.length() <= LONGEST ? seen : shortened(seen);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var start = name.substring(0, LONGEST - ending.length());
        return (Character.isHighSurrogate(start.charAt(start.length() - 1))
                        ? start.substring(0, start.length() - 1)
                        : start)
                + ending;
    }
}
