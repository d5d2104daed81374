package uk.goldenthread.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.Reference;

/// One file of an item of evidence as it stood when a provider shared it with a further ICB.
///
/// @param icb which ICB keeps the item
/// @param keeper that ICB's name
/// @param line of what was shared, as `1.2`
/// @param evidence the item's number with the ICB that keeps it
/// @param number which version of its file
/// @param held it holds personal data, so that it stays where it is and is only named
/// @param title its owner's words then; "Restricted evidence" where it is held
/// @param validUntil the last day on which it was in date then
/// @param fileName empty where it is held
/// @param sha256 of the file, in hexadecimal; empty where it is held
/// @param scan `CLEAN` or `NOT_SCANNED`
/// @param withdrawnAt when its owner withdrew it since; null while it stands
/// @param closedAt when the provider ended the sharing; null while it lasts
public record LentItem(
        long id,
        int icb,
        String keeper,
        int organisation,
        String line,
        long evidence,
        int number,
        boolean held,
        String title,
        EvidenceClass kind,
        DocumentKind document,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        LocalDate receivedOn,
        LocalDate validUntil,
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        String scan,
        Instant lentAt,
        @Nullable Instant withdrawnAt,
        @Nullable Instant closedAt) {

    /// What lent items are called on the thread, as `lent/12`.
    public static final String REFERENCE = "lent";

    /// The numbers of the lent items among these things.
    public static List<Long> numbers(Collection<Reference> of) {
        return of.stream()
                .filter(each -> each.kind().equals(REFERENCE) && each.key().matches("\\d{1,18}"))
                .map(Reference::id)
                .toList();
    }

    /// Whether its file can be opened by the ICB that it is lent to.
    public boolean isOpen() {
        return !held && closedAt == null;
    }

    /// Its page.
    public String href() {
        return "/evidence/lent/" + id;
    }
}
