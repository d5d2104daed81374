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
import uk.goldenthread.assessments.model.QuestionGraph;
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
/// @param questions every question as far as it could be read, faulty or not, for a picture of them
public record FrameworkFile(
        @Nullable FrameworkEdition edition,
        List<Mapping> mappings,
        List<CatalogueProblem> problems,
        List<QuestionGraph.Node> questions) {
    /// Copies the lists in.
    public FrameworkFile {
        mappings = List.copyOf(mappings);
        problems = List.copyOf(problems);
        questions = List.copyOf(questions);
    }

    /// Reads a framework of duties or of questions, whichever it is.
    ///
    /// @param name stands for the file in messages
    /// @param known whether a line of another framework exists, so that a mapping to it means something
    public static FrameworkFile read(String name, String text, Predicate<Mapping.Line> known) {
        if (text.lines().anyMatch(line -> line.startsWith("requirements:"))) {
            try {
                Framework.from(YamlFile.of(name, text));
                return new FrameworkFile(null, List.of(), List.of(), List.of());
            } catch (CatalogueInvalid invalid) {
                return new FrameworkFile(null, List.of(), invalid.problems(), List.of());
            }
        }
        return questions(name, text, new Reading(known, null));
    }

    /// Reads an ICB's own framework of questions, which has to keep to [OwnFrameworkRules] as well.
    ///
    /// @param book what the ICB works with so far: shipped frameworks, and its own
    /// @param shipped the codes of shipped frameworks
    public static FrameworkFile readOwn(String name, String text, Frameworks book, Set<String> shipped) {
        return questions(name, text, new Reading(book.lines(), new OwnFrameworkRules(book, shipped)));
    }

    private static FrameworkFile questions(String name, String text, Reading reading) {
        try {
            var edition = YamlFile.of(name, text).read(reading::edition);
            return new FrameworkFile(edition, reading.mappings, List.of(), reading.questions);
        } catch (CatalogueInvalid invalid) {
            return new FrameworkFile(null, List.of(), invalid.problems(), reading.questions);
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
        private final @Nullable OwnFrameworkRules rules;
        private final List<Mapping> mappings = new ArrayList<>();
        private List<QuestionGraph.Node> questions = List.of();

        Reading(Predicate<Mapping.Line> known, @Nullable OwnFrameworkRules rules) {
            this.known = known;
            this.rules = rules;
        }

        FrameworkEdition edition(YamlEntry root) {
            var lines = new FrameworkLines(root);
            var standards = root.list("standards", lines::standard);
            lines.lint();
            questions = lines.questions();
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
            if (rules != null) {
                rules.check(root, edition, lines.coded());
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
