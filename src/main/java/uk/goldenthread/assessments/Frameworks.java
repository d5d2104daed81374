package uk.goldenthread.assessments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;

/// A book of frameworks: of duties and of questions, with the mappings between their lines. [#load] gives the shipped
/// one;
/// what an ICB published itself comes after it.
public record Frameworks(List<Framework> duties, List<FrameworkEdition> editions, List<Mapping> mappings) {
    private static final String FOLDER = "catalogue/frameworks/";
    private static final List<String> DUTIES = List.of("nhse-saaf-2019", "nhse-saaf-2022", "nhse-saaf-2024");

    /// In an order in which each maps only to those before it.
    private static final List<String> QUESTIONS = List.of("s11-wt", "mgp-lac", "adult-saaf", "jsaf");

    /// Copies the lists in.
    public Frameworks {
        duties = List.copyOf(duties);
        editions = List.copyOf(editions);
        mappings = List.copyOf(mappings);
    }

    /// Loads every shipped file.
    ///
    /// @throws uk.goldenthread.catalogue.CatalogueInvalid when a file of duties is faulty
    /// @throws IllegalStateException when a file of questions is, with every problem
    public static Frameworks load() {
        var duties = DUTIES.stream()
                .map(name -> Framework.from(YamlFile.resource(FOLDER + name + ".yaml")))
                .toList();
        var editions = new ArrayList<FrameworkEdition>();
        var mappings = new ArrayList<Mapping>();
        for (var name : QUESTIONS) {
            var path = FOLDER + name + ".yaml";
            var file = FrameworkFile.read(path, text(path), FrameworkFile.among(editions, duties));
            editions.add(file.orElseThrow());
            mappings.addAll(file.mappings());
        }
        return new Frameworks(duties, editions, mappings);
    }

    /// Whether a line is one of the shipped frameworks'.
    public Predicate<Mapping.Line> lines() {
        return FrameworkFile.among(editions, duties);
    }

    /// The newest edition of a framework of questions.
    public Optional<FrameworkEdition> find(String code) {
        return editions.stream().filter(edition -> edition.code().equals(code)).reduce((_, newer) -> newer);
    }

    /// One edition of a framework of questions.
    public Optional<FrameworkEdition> find(String code, String edition) {
        return editions.stream()
                .filter(each -> each.code().equals(code) && each.edition().equals(edition))
                .findFirst();
    }

    /// The lines of frameworks that an entry of another catalogue file names under `lines`, by framework,
    /// in its order. A line that is in no shipped edition is noted as a problem of that file.
    public Map<String, List<String>> linesNamed(YamlEntry entry) {
        var lines = new HashMap<String, List<String>>();
        entry.nested("lines").ifPresent(nested -> {
            for (var framework : nested.keys()) {
                var codes = nested.texts(framework);
                var edition = find(framework);
                codes.stream()
                        .filter(code -> edition.isEmpty()
                                || edition.get().criterion(code).isEmpty())
                        .forEach(code -> nested.problem(framework, "%s has no line %s".formatted(framework, code)));
                lines.put(framework, codes);
            }
        });
        return Map.copyOf(lines);
    }

    /// These with an ICB's own editions and their mappings after them.
    public Frameworks and(List<FrameworkFile> own) {
        var all = new ArrayList<>(editions);
        var ties = new ArrayList<>(mappings);
        own.forEach(file -> {
            all.add(file.orElseThrow());
            ties.addAll(file.mappings());
        });
        return new Frameworks(duties, all, ties);
    }

    /// The codes of these frameworks.
    public Set<String> codes() {
        return Stream.concat(
                        duties.stream().map(Framework::code), editions.stream().map(FrameworkEdition::code))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(String path) {
        try (var in = Frameworks.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no such file: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
