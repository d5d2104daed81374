package uk.goldenthread.catalogue;

/// One thing wrong in a catalogue file, at the line an editor should go to. Lines count from 1.
public record CatalogueProblem(String file, int line, String message) {

    /// The form compilers use, which editors make clickable: `file:line: message`.
    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, message);
    }
}
