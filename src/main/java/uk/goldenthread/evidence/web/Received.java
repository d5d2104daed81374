package uk.goldenthread.evidence.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.evidence.service.Incoming;
import uk.goldenthread.evidence.service.Uploads;
import uk.goldenthread.evidence.store.UploadStore.Upload;

/// The file of a form: sent with it, or come before it part by part.
@Component
class Received {
    private final Uploads uploads;

    Received(Uploads uploads) {
        this.uploads = uploads;
    }

    /// The file, on disk; null when none was chosen, or what was begun is not whole or no longer here.
    @Nullable
    Incoming file(Actor actor, @Nullable MultipartFile sent, EvidenceForm form) {
        var name = sent == null ? null : sent.getOriginalFilename();
        if (sent != null && name != null && !name.isBlank()) { // a browser sends a nameless part where none was chosen
            return Incoming.of(sent::transferTo, name);
        }
        if (form.upload().isEmpty()) {
            return null;
        }
        try {
            return uploads.whole(actor, form.upload()).orElse(null);
        } catch (HiddenException e) {
            return null; // forgotten after a day: the form asks for the file again
        }
    }

    /// The form again, with the file kept where it was sound, so that it need not be chosen twice.
    EvidenceForm again(Actor actor, @Nullable Incoming file, EvidenceForm form, boolean soundFile) {
        return file == null || !soundFile
                ? form.withUpload("")
                : form.withUpload(
                        uploads.keep(actor, file).map(Object::toString).orElse(""));
    }

    /// The name of the file that a form carries along; null when it carries none.
    @Nullable
    String arrived(Actor actor, EvidenceForm form) {
        if (form.upload().isEmpty()) {
            return null;
        }
        try {
            Upload upload = uploads.reading(actor, form.upload());
            return upload.isWhole() ? upload.fileName() : null;
        } catch (HiddenException e) {
            return null;
        }
    }
}
