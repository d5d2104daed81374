package uk.goldenthread.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.EvidenceItem;

/// The columns of an item with its newest file, and how a row of them is read.
final class ItemRows {
    /// Whether the item holds personal data as its row says, or is known to today: what it was called before it was
    /// found out is no more for everyone to read than what it is called now.
    static final String RESTRICTED =
            "(e.personal_data or exists (select 1 from app.evidence today where today.id = e.id and today.personal_data))";

    static final String COLUMNS = """
            e.id, e.organisation, e.title, e.kind, e.document, e.covers_from, e.covers_to,
            (e.received_at at time zone 'Europe/London')::date as received_on, e.valid_until,
            """ + RESTRICTED + """
             as personal_data, e.withdrawn_at is not null as withdrawn, v.number, v.file_name, v.media_type, v.size_bytes
            """;
    static final String WITH_FILE = """
            evidence e join evidence_version v on v.evidence = e.id and v.number = e.latest
            """;

    private ItemRows() {}

    /// The item as its owner sees it: whether a person may open it is not the store's to say.
    static EvidenceItem item(ResultSet row, int number) throws SQLException {
        return new EvidenceItem(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("title"),
                EvidenceClass.valueOf(row.getString("kind")),
                DocumentKind.valueOf(row.getString("document")),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("personal_data"),
                row.getBoolean("withdrawn"),
                true,
                row.getInt("number"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"));
    }
}
