package uk.goldenthread.evidence.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.LentItem;
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
        return covers(item.coversFrom(), item.coversTo());
    }

    /// The same of two days, either of which may be open.
    static @Nullable String covers(@Nullable LocalDate from, @Nullable LocalDate to) {
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
        return what(item.document(), item.kind());
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

    /// Whether the file of an item that is lent can be looked at beside a question.
    public static boolean canBeShown(LentItem item) {
        return item.isOpen() && Showing.of(item.mediaType()) != null;
    }

    /// Whether a file of that type is shown inside a frame that can do nothing.
    public static boolean inSandbox(String mediaType) {
        return Showing.of(mediaType) != Showing.PDF;
    }

    /// How an item that is lent stands, in a few words: what it was when it was shared, and what has become of it.
    public static String standing(LentItem item) {
        if (item.held()) {
            return "Held by " + item.keeper() + ", not shared";
        }
        var closed = item.closedAt();
        if (closed != null) {
            return "Shared until " + Dates.day(closed);
        }
        return item.withdrawnAt() == null ? "In date until " + Dates.day(item.validUntil()) : "Withdrawn since";
    }

    /// What a lent item is, in a few words.
    public static String what(LentItem item) {
        return what(item.document(), item.kind());
    }

    private static String what(DocumentKind document, EvidenceClass kind) {
        return document.words() + ", shows " + kind.words().toLowerCase(Locale.ROOT);
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
