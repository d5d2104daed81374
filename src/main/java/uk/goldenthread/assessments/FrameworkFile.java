package uk.goldenthread.assessments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.catalogue.CatalogueInvalid;
import uk.goldenthread.catalogue.CatalogueProblem;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;

/// A framework file of the catalogue, read and linted in one go: a file with any fault gives no edition at all.
///
/// @param edition the questions; null when the file is faulty, or holds duties and no questions
/// @param mappings from its lines to lines of other frameworks
/// @param problems every fault, each with its line
public record FrameworkFile(
        @Nullable FrameworkEdition edition, List<Mapping> mappings, List<CatalogueProblem> problems) {
    /// Copies the lists in.
    public FrameworkFile {
        mappings = List.copyOf(mappings);
        problems = List.copyOf(problems);
    }

    /// Reads a framework of duties or of questions, whichever it is.
    ///
    /// @param name stands for the file in messages
    /// @param known whether a line of another framework exists, so that a mapping to it means something
    public static FrameworkFile read(String name, String text, Predicate<Mapping.Line> known) {
        var file = YamlFile.of(name, text);
        try {
            if (text.lines().anyMatch(line -> line.startsWith("requirements:"))) {
                Framework.from(file);
                return new FrameworkFile(null, List.of(), List.of());
            }
            var reading = new Reading(known);
            var edition = file.read(reading::edition);
            return new FrameworkFile(edition, reading.mappings, List.of());
        } catch (CatalogueInvalid invalid) {
            return new FrameworkFile(null, List.of(), invalid.problems());
        }
    }

    /// The edition, for a file that must be sound.
    ///
    /// @throws IllegalStateException with every problem
    public FrameworkEdition orElseThrow() {
        return Optional.ofNullable(edition).orElseThrow(() -> new IllegalStateException(problems.toString()));
    }

    /// One pass over a file.
    private static final class Reading {
        private final Predicate<Mapping.Line> known;
        private final List<Mapping> mappings = new ArrayList<>();

        Reading(Predicate<Mapping.Line> known) {
            this.known = known;
        }

        FrameworkEdition edition(YamlEntry root) {
            var lines = new FrameworkLines(root);
            var standards = root.list("standards", lines::standard);
            lines.lint();
            var edition = new FrameworkEdition(
                    root.text("code"),
                    root.text("name"),
                    root.text("edition"),
                    root.inForce().from(),
                    root.inForce().to(),
                    root.texts("basis"),
                    standards);
            Set<String> clauses = new HashSet<>(root.texts("clauses"));
            for (var written : lines.mappings()) {
                var to = Mapping.Line.of(written.to());
                if (!clauses.contains(written.to()) && !own(edition, to) && !known.test(to)) {
                    written.entry().problem("to", "no line \"%s\" to map to".formatted(written.to()));
                }
                mappings.add(new Mapping(line(edition, written), to, written.relation(), written.certainty()));
            }
            return edition;
        }

        private static Mapping.Line line(FrameworkEdition edition, FrameworkLines.Written written) {
            var code = written.line();
            return new Mapping.Line(edition.code(), code);
        }

        private static boolean own(FrameworkEdition edition, Mapping.Line line) {
            return line.framework().equals(edition.code())
                    && edition.criterion(line.code()).isPresent();
        }
    }

    /// Whether a line is one of these editions'.
    public static Predicate<Mapping.Line> among(Collection<FrameworkEdition> editions, Collection<Framework> duties) {
        return line -> editions.stream()
                        .anyMatch(edition -> edition.code().equals(line.framework())
                                && edition.criterion(line.code()).isPresent())
                || duties.stream()
                        .anyMatch(framework -> framework.code().equals(line.framework())
                                && framework.find(line.code()).isPresent());
    }
}
