package uk.goldenthread.concerns;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Theme;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;
import uk.goldenthread.concerns.model.CrossCheck;

/// The matters of `catalogue/cross-checks.yaml`, read once when the system starts, which a bad file stops.
@Component
public class CrossChecks {
    /// Where the shipped matters lie on the class path.
    public static final String RESOURCE = "catalogue/cross-checks.yaml";

    private final List<CrossCheck> all;

    CrossChecks(Frameworks frameworks, RuleBook.Shipped shipped) {
        this.all = read(YamlFile.resource(RESOURCE), frameworks, shipped);
    }

    /// Matters from a file.
    ///
    /// @throws uk.goldenthread.catalogue.CatalogueInvalid with every problem: a line, a figure or a theme that is
    /// not there
    static List<CrossCheck> read(YamlFile file, Frameworks frameworks, RuleBook.Shipped shipped) {
        return file.read(root -> {
            root.text("source");
            root.text("confidence");
            return List.copyOf(root.list("checks", entry -> check(entry, frameworks, shipped)));
        });
    }

    private static CrossCheck check(YamlEntry entry, Frameworks frameworks, RuleBook.Shipped shipped) {
        var figures = new HashSet<String>();
        shipped.kpis().definitions().forEach(kpi -> figures.add(kpi.code()));
        var themes = new HashSet<String>();
        shipped.themes().stream().map(Theme::code).forEach(themes::add);
        return new CrossCheck(
                entry.text("code"),
                entry.text("name"),
                frameworks.linesNamed(entry),
                Set.copyOf(entry.codes("figures", figures, "figure")),
                Set.copyOf(entry.texts("questions")),
                Set.copyOf(entry.codes("themes", themes, "theme")));
    }

    /// Every matter, in the order of the catalogue.
    public List<CrossCheck> all() {
        return all;
    }
}
