package uk.goldenthread.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// A catalogue file being read: typed access that notes each problem with its line and goes on, so that one reading
/// finds them all.
///
/// Reading is also the schema: a key that no reader asked for is an unknown key.
public final class YamlFile {

    private final String name;
    private final String text;
    private final List<CatalogueProblem> problems = new ArrayList<>();
    private final List<YamlEntry> handedOut = new ArrayList<>();

    private YamlFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// A file of the class path such as `catalogue/roles.yaml`.
    ///
    /// @throws CatalogueInvalid when there is no such file
    public static YamlFile resource(String path) {
        try (var in = YamlFile.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new CatalogueInvalid(List.of(new CatalogueProblem(path, 1, "no such file")));
            }
            return new YamlFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /// A file on disk, for checking one before it is shipped.
    ///
    /// @throws UncheckedIOException when it cannot be read
    public static YamlFile at(Path path) {
        try {
            return new YamlFile(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /// Text already in hand; `name` stands for the file in messages.
    public static YamlFile of(String name, String text) {
        return new YamlFile(name, text);
    }

    /// Reads the whole file with `reader` and gives its result only when nothing at all is wrong.
    ///
    /// An [IllegalArgumentException] from a record's own checks is a problem of the file too.
    ///
    /// @throws CatalogueInvalid with every problem found: syntax, type, missing and unknown keys, duplicates, dates
    public <T> T read(Function<YamlEntry, T> reader) {
        var root = root();
        T result = null;
        try {
            result = reader.apply(root);
        } catch (IllegalArgumentException e) {
            noteUnlessExplained(root, 0, e);
        }
        handedOut.forEach(YamlEntry::noteUnknownKeys);
        if (result == null || !problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(CatalogueProblem::line));
            throw new CatalogueInvalid(problems);
        }
        return result;
    }

    private YamlEntry root() {
        var settings = LoadSettings.builder().setLabel(name).setUseMarks(true).build();
        try {
            var node = new Compose(settings).composeString(text).orElse(null);
            if (node instanceof MappingNode mapping) {
                return entry(mapping, "");
            }
            note(1, "a catalogue file is a mapping of keys to values");
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new CatalogueInvalid(List.of(new CatalogueProblem(name, line, "not YAML: " + e.getProblem())));
        } catch (YamlEngineException e) {
            throw new CatalogueInvalid(List.of(new CatalogueProblem(name, 1, "not YAML: " + e.getMessage())));
        }
        throw new CatalogueInvalid(problems);
    }

    YamlEntry entry(MappingNode node, String label) {
        var entry = new YamlEntry(this, node, label);
        handedOut.add(entry);
        return entry;
    }

    void note(int line, String message) {
        var problem = new CatalogueProblem(name, line, message);
        // A reader may ask for the same key twice, as where a group's dates serve both itself and its members.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /// Notes what a record's constructor refused, unless problems noted since `before` already say why it had to.
    void noteUnlessExplained(YamlEntry entry, int before, IllegalArgumentException refusal) {
        if (problems.size() == before) {
            note(entry.line(), String.valueOf(refusal.getMessage()));
        }
    }

    int problemCount() {
        return problems.size();
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
