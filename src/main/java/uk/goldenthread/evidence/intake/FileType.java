package uk.goldenthread.evidence.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of file that are taken as evidence (BR-EVD-4).
public enum FileType {
    PDF("application/pdf", "a PDF", ".pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document", ".docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel workbook", ".xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "a PowerPoint file", ".pptx"),
    PNG("image/png", "a PNG picture", ".png"),
    JPEG("image/jpeg", "a JPEG picture", ".jpg,.jpeg"),
    CSV("text/csv", "a CSV file", ".csv"),
    TEXT("text/plain", "a text file", ".txt");

    private final String mediaType;
    private final String words;
    private final String endings;

    FileType(String mediaType, String words, String endings) {
        this.mediaType = mediaType;
        this.words = words;
        this.endings = endings;
    }

    public String mediaType() {
        return mediaType;
    }

    /// "a PDF", "an Excel workbook".
    public String words() {
        return words;
    }

    /// The ending that a name of this type is given.
    public String ending() {
        return endings.split(",", -1)[0];
    }

    /// Whether a file of this type may have that name.
    boolean fits(String fileName) {
        var lower = fileName.toLowerCase(Locale.ROOT);
        return List.of(endings.split(",", -1)).stream().anyMatch(lower::endsWith);
    }

    /// The type of that media type.
    public static Optional<FileType> of(String mediaType) {
        return List.of(values()).stream()
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
