package uk.goldenthread.evidence.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.shell.components.Figures;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.Tone;
import uk.goldenthread.shell.view.Dates;

/// The words in which pages tell of evidence.
public final class EvidenceWords {
    private static final long KB = 1024;

    private EvidenceWords() {}

    /// How an item stands on a day.
    public static String standing(EvidenceItem item, LocalDate today) {
        if (item.withdrawn()) {
            return "Withdrawn";
        }
        return (item.isInDate(today) ? "In date until " : "Out of date since ") + Dates.day(item.validUntil());
    }

    /// The colour beside [#standing(EvidenceItem, LocalDate)].
    public static Tone tone(EvidenceItem item, LocalDate today) {
        if (item.withdrawn()) {
            return Tone.GREY;
        }
        return item.isInDate(today) ? Tone.GREEN : Tone.ORANGE;
    }

    /// What time an item covers; null when it covers no stated time.
    public static @Nullable String covers(EvidenceItem item) {
        var from = item.coversFrom();
        var to = item.coversTo();
        if (from == null) {
            return to == null ? null : "until " + Dates.day(to);
        }
        return to == null ? "from " + Dates.day(from) : Dates.day(from) + " to " + Dates.day(to);
    }

    /// 820 bytes, 34 KB, 2.1 MB.
    public static String size(long bytes) {
        if (bytes < KB) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        return bytes < KB * KB
                ? Figures.whole(Math.round((double) bytes / KB)) + " KB"
                : Figures.decimal((double) bytes / KB / KB, 1) + " MB";
    }

    /// What an item is, in a few words: "Audit, shows practice".
    public static String what(EvidenceItem item) {
        return item.document().words() + ", shows " + item.kind().words().toLowerCase(Locale.ROOT);
    }

    static List<Option> kinds() {
        return List.of(EvidenceClass.values()).stream()
                .map(kind -> Option.of(kind.name(), kind.words(), sentence(kind.meaning())))
                .toList();
    }

    static List<Option> documents() {
        return List.of(DocumentKind.values()).stream()
                .map(kind -> Option.of(kind.name(), kind.words()))
                .toList();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /// Whether a file of that type can be looked at beside a question.
    public static boolean canBeShown(EvidenceItem item) {
        return item.open() && Showing.of(item.mediaType()) != null;
    }

    /// Whether a file of that type is shown inside a frame that can do nothing.
    public static boolean inSandbox(EvidenceItem item) {
        return Showing.of(item.mediaType()) != Showing.PDF;
    }

    /// How a file is shown in the page.
    enum Showing {
        PICTURE,
        PDF,
        TEXT;

        static @Nullable Showing of(String mediaType) {
            return switch (mediaType) {
                case "image/png", "image/jpeg" -> PICTURE;
                case "application/pdf" -> PDF;
                case "text/plain", "text/csv" -> TEXT;
                default -> null;
            };
        }
    }
}
