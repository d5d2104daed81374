package uk.goldenthread.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/// A catalogue file cannot be used. It carries every problem of the file, because mending rules one failed start at a
/// time is slow.
public final class CatalogueInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogueProblem> problems;

    CatalogueInvalid(List<CatalogueProblem> problems) {
        super(problems.stream().map(CatalogueProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// The problems, by line; never empty.
    public List<CatalogueProblem> problems() {
        return problems;
    }
}
