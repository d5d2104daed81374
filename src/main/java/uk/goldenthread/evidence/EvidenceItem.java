package uk.goldenthread.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.Reference;

/// An item of evidence as a list shows it, with its newest file.
///
/// @param organisation whose evidence it is
/// @param title its owner's words; only "Restricted evidence" to those who may not open it
/// @param validUntil the last day on which it is in date
/// @param restricted it holds personal data, and every view is recorded
/// @param open whether this person may open it
/// @param number which version is the newest, from 1
/// @param bytes size of the newest file
public record EvidenceItem(
        long id,
        int organisation,
        String title,
        EvidenceClass kind,
        DocumentKind document,
        @Nullable LocalDate coversFrom,
        @Nullable LocalDate coversTo,
        LocalDate receivedOn,
        LocalDate validUntil,
        boolean restricted,
        boolean withdrawn,
        boolean open,
        int number,
        String fileName,
        String mediaType,
        long bytes) {
    /// What those who may not open a restricted item are told of it.
    public static final String UNTOLD = "Restricted evidence";

    /// The item's stable name.
    public Reference reference() {
        return Reference.of("evidence", id);
    }

    /// Whether it may be relied on that day: not withdrawn, and not past its date.
    public boolean isInDate(LocalDate on) {
        return !withdrawn && !on.isAfter(validUntil);
    }

    /// What a person is told of it who may not open restricted evidence.
    EvidenceItem untold() {
        return new EvidenceItem(
                id,
                organisation,
                UNTOLD,
                kind,
                document,
                coversFrom,
                coversTo,
                receivedOn,
                validUntil,
                restricted,
                withdrawn,
                false,
                number,
                "",
                mediaType,
                bytes);
    }
}
