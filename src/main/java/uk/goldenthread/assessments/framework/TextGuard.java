package uk.goldenthread.assessments.framework;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Refuses framework text that would grow beyond all measure as it is read: references to other parts of the file, and
/// nesting far deeper than a framework has.
final class TextGuard {
    private static final int DEEPEST = 16;

    private TextGuard() {}

    /// Why the text is not read at all; empty when it may be. What is merely not YAML is left to the linter.
    static Optional<String> refusal(String text) {
        var depth = 0;
        try {
            for (var event : new Parse(LoadSettings.builder().build()).parseString(text)) {
                if (event instanceof AliasEvent) {
                    return Optional.of("This file refers to other parts of itself (an alias). Write them out.");
                }
                if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                    return Optional.of("This file is nested more deeply than a framework is.");
                }
                if (event instanceof CollectionEndEvent) {
                    depth--;
                }
            }
        } catch (YamlEngineException notYaml) {
            return Optional.empty(); // the linter says where
        }
        return Optional.empty();
    }
}
