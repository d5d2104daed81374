package uk.goldenthread.assessments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.catalogue.YamlEntry;
import uk.goldenthread.catalogue.YamlFile;

/// The short profiles of `catalogue/profiles.yaml`: which lines of a framework a general practice is asked,
/// so that
/// it is done on a phone in ten minutes.
public final class Profiles {
    /// Where the shipped profiles lie on the class path.
    public static final String RESOURCE = "catalogue/profiles.yaml";

    /// The most lines a short profile may ask.
    public static final int MOST = 12;

    private final List<Profile> all;

    private Profiles(List<Profile> all) {
        this.all = List.copyOf(all);
    }

    private record Profile(String framework, String edition, String kind, List<String> lines) {}

    /// The shipped profiles.
    ///
    /// @throws uk.goldenthread.catalogue.CatalogueInvalid with every problem: a line that the edition does
    ///     not
    ///     ask of that kind, or more lines than twelve
    public static Profiles load(Frameworks frameworks) {
        return from(YamlFile.resource(RESOURCE), frameworks);
    }

    /// Profiles from another file of the same shape.
    ///
    /// @throws uk.goldenthread.catalogue.CatalogueInvalid with every problem of the file
    public static Profiles from(YamlFile file, Frameworks frameworks) {
        return file.read(root -> new Profiles(root.list("profiles", entry -> profile(entry, frameworks))));
    }

    private static Profile profile(YamlEntry entry, Frameworks frameworks) {
        var profile =
                new Profile(entry.text("framework"), entry.text("edition"), entry.text("kind"), entry.texts("lines"));
        var edition = frameworks.find(profile.framework(), profile.edition());
        if (edition.isEmpty()) {
            entry.problem("framework", "no edition \"%s\" of %s".formatted(profile.edition(), profile.framework()));
            return profile;
        }
        var asked = edition.get().askedOf(profile.kind());
        profile.lines().stream()
                .filter(line -> asked.criterion(line).isEmpty())
                .forEach(line -> entry.problem("lines", "%s is not asked of %s".formatted(line, profile.kind())));
        if (profile.lines().size() > MOST) {
            entry.problem("lines", "a short profile asks at most %d lines".formatted(MOST));
        }
        return profile;
    }

    /// The short form of what an edition asks of a kind of organisation; empty where there is none and all
    /// is asked.
    public Optional<FrameworkEdition> of(FrameworkEdition edition, String kind) {
        return all.stream()
                .filter(profile -> profile.framework().equals(edition.code())
                        && profile.edition().equals(edition.edition())
                        && profile.kind().equals(kind))
                .findFirst()
                .map(profile -> shortened(edition.askedOf(kind), profile.lines()));
    }

    private static FrameworkEdition shortened(FrameworkEdition asked, List<String> lines) {
        var standards = new ArrayList<Standard>();
        for (var standard : asked.standards()) {
            var kept = standard.criteria().stream()
                    .filter(criterion -> lines.contains(criterion.code()))
                    .toList();
            if (!kept.isEmpty()) {
                standards.add(new Standard(standard.code(), standard.name(), kept));
            }
        }
        return new FrameworkEdition(
                asked.code(),
                asked.name(),
                asked.edition(),
                asked.validFrom(),
                asked.validTo(),
                asked.basis(),
                standards);
    }
}
