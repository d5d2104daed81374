package uk.goldenthread.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.clocks.Basis;
import uk.goldenthread.kernel.clocks.ClockBook;
import uk.goldenthread.kernel.clocks.ClockDefinition;
import uk.goldenthread.kernel.clocks.Origin;
import uk.goldenthread.kernel.clocks.Span;
import uk.goldenthread.kernel.clocks.Warning;

/// The statutory and policy clocks of `catalogue/clocks.yaml`.
public final class Clocks {
    private static final String FILE = "catalogue/clocks.yaml";

    private Clocks() {}

    /// The clocks this product ships.
    ///
    /// @throws CatalogueInvalid when the file has any problem
    public static ClockBook read() {
        return read(YamlFile.resource(FILE));
    }

    /// The clocks of a file.
    ///
    /// @throws CatalogueInvalid when the file has any problem
    public static ClockBook read(YamlFile file) {
        return file.read(root -> new ClockBook(root.list("clocks", Clocks::definition)));
    }

    private static ClockDefinition definition(YamlEntry entry) {
        var inForce = entry.inForce();
        return new ClockDefinition(
                entry.text("code"),
                entry.text("title"),
                entry.text("dutyHolder"),
                entry.text("start"),
                entry.text("stop"),
                span(entry),
                entry.has("guard") && entry.flag("guard"),
                entry.texts("pauses"),
                warning(entry, "amber"),
                warning(entry, "red"),
                entry.optionalText("onBreach").orElse(""),
                new Origin(
                        entry.choice("basis", Basis.class),
                        entry.text("source"),
                        entry.choice("confidence", Confidence.class) == Confidence.SEEN,
                        inForce.from(),
                        inForce.to()));
    }

    private static Span span(YamlEntry entry) {
        var span = Span.find(entry.text("duration"));
        if (span.isEmpty()) {
            entry.problem("duration", "write the duration as P15WD, P45D, P6W, P6M or PT48H");
        }
        return span.orElse(Span.workingDays(0));
    }

    private static @Nullable Warning warning(YamlEntry entry, String key) {
        Optional<Warning> warning = entry.optionalText(key).flatMap(Warning::find);
        if (warning.isEmpty() && entry.has(key)) {
            entry.problem(key, "write %s as P10WD or \"P42D before due\"".formatted(key));
        }
        return warning.orElse(null);
    }
}
