package uk.goldenthread.evidence.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.model.Offer;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;

/// What a person typed about an item of evidence.
///
/// @param upload a file that came before the form, or an empty text
/// @param version of the item as the person saw it; 0 for a new one
public record EvidenceForm(
        String title,
        String document,
        String kind,
        DateParts coversFrom,
        DateParts coversTo,
        DateParts reviewOn,
        String personalData,
        String organisation,
        String upload,
        int version) {
    static EvidenceForm typed(Map<String, String> fields) {
        return new EvidenceForm(
                fields.getOrDefault("title", ""),
                fields.getOrDefault("document", ""),
                fields.getOrDefault("kind", ""),
                DateParts.typed(fields, "coversFrom"),
                DateParts.typed(fields, "coversTo"),
                DateParts.typed(fields, "reviewOn"),
                fields.getOrDefault("personalData", ""),
                fields.getOrDefault("organisation", ""),
                fields.getOrDefault("upload", ""),
                number(fields.getOrDefault("version", "")));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /// The form as an item stands now.
    static EvidenceForm of(EvidenceItem item, int version) {
        boolean policy = item.document() == DocumentKind.POLICY;
        return new EvidenceForm(
                item.title(),
                item.document().name(),
                item.kind().name(),
                DateParts.of(item.coversFrom()),
                DateParts.of(item.coversTo()),
                policy ? DateParts.of(item.validUntil()) : DateParts.BLANK,
                item.restricted() ? "yes" : "no",
                "",
                "",
                version);
    }

    EvidenceForm withUpload(String arrived) {
        return new EvidenceForm(
                title, document, kind, coversFrom, coversTo, reviewOn, personalData, organisation, arrived, version);
    }

    /// The form for a newer file, which covers another time.
    EvidenceForm withoutDates() {
        return new EvidenceForm(
                title,
                document,
                kind,
                DateParts.BLANK,
                DateParts.BLANK,
                DateParts.BLANK,
                personalData,
                organisation,
                upload,
                version);
    }

    /// What was said, with an error for every date that is none.
    Offer offer(List<FieldError> wrong) {
        return new Offer(
                title,
                chosen(kind, EvidenceClass.class),
                chosen(document, DocumentKind.class),
                date(coversFrom, "coversFrom", "the first day it covers", wrong),
                date(coversTo, "coversTo", "the last day it covers", wrong),
                date(reviewOn, "reviewOn", "the review date", wrong),
                personalData.equals("yes") ? Boolean.TRUE : personalData.equals("no") ? Boolean.FALSE : null);
    }

    private static <E extends Enum<E>> @Nullable E chosen(String name, Class<E> of) {
        for (var each : of.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    static @Nullable LocalDate date(DateParts parts, String field, String what, List<FieldError> wrong) {
        if (parts.isBlank()) {
            return null;
        }
        var date = parts.date();
        if (date.isEmpty()) {
            wrong.add(new FieldError(field, "Enter " + what + " as a real date, as 31 3 2026"));
        }
        return date.orElse(null);
    }
}
