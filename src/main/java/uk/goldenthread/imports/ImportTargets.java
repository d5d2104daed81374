package uk.goldenthread.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.imports.intake.UploadedTable;

/// Every kind of file that can be imported, as the modules contribute them.
@Component
public class ImportTargets {
    private final ObjectProvider<ImportTarget> found;

    ImportTargets(ObjectProvider<ImportTarget> found) {
        this.found = found; // asked later, so that a target may itself need what needs this
    }

    public Optional<ImportTarget> find(String code) {
        return found.stream().filter(target -> target.code().equals(code)).findFirst();
    }

    /// @throws IllegalStateException when the kind of a stored batch is no longer known
    ImportTarget get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no import target " + code));
    }

    /// What this person may upload, by name.
    public List<ImportTarget> open(Actor actor) {
        return found.stream()
                .filter(target -> actor.may(target.prepare()))
                .sorted(Comparator.comparing(ImportTarget::name))
                .toList();
    }

    /// Which of them a table is; empty when none or more than one recognises it.
    Optional<ImportTarget> recognise(UploadedTable table, Actor actor) {
        var which =
                open(actor).stream().filter(target -> target.recognises(table)).toList();
        return which.size() == 1 ? Optional.of(which.getFirst()) : Optional.empty();
    }

    String names(Actor actor) {
        return open(actor).stream().map(ImportTarget::name).collect(Collectors.joining("; "));
    }
}
