package uk.goldenthread.catalogue;

import java.util.List;
import uk.goldenthread.kernel.suppression.Profile;

/// How small numbers are kept from identifying people in what is published. The arithmetic is the kernel's.
///
/// @param threshold counts from 1 up to, but not including, this are hidden; 0 hides none
/// @param roundingBase 1, 5 or 10; 1 leaves numbers as they are
/// @param secondary whether a second cell is hidden where the total would give the first away
/// @param suppressZero whether 0 is hidden too
/// @param smallText what stands in place of a hidden count
/// @param minimumDenominator a percentage on fewer prints `n<10` or the like; 0 prints always
public record SuppressionProfile(
        String code,
        String name,
        int threshold,
        int roundingBase,
        boolean secondary,
        boolean suppressZero,
        String smallText,
        int minimumDenominator,
        InForce inForce,
        Provenance provenance) {

    /// Where the shipped profiles lie on the class path.
    public static final String RESOURCE = "catalogue/suppression.yaml";

    /// @throws IllegalArgumentException when a number is out of range, or a count would be hidden behind nothing
    public SuppressionProfile {
        if (threshold < 0 || minimumDenominator < 0) {
            throw new IllegalArgumentException(
                    "threshold and minimumDenominator of %s cannot be negative".formatted(code));
        }
        if (!List.of(1, 5, 10).contains(roundingBase)) {
            throw new IllegalArgumentException(
                    "roundingBase of %s is %d, not 1, 5 or 10".formatted(code, roundingBase));
        }
        if (threshold > 1 && smallText.isEmpty()) {
            throw new IllegalArgumentException("%s hides counts but has no smallText".formatted(code));
        }
    }

    /// The shipped profiles.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static List<SuppressionProfile> load() {
        return from(YamlFile.resource(RESOURCE));
    }

    /// The profile as the kernel's arithmetic takes it.
    public Profile arithmetic() {
        return new Profile(code, threshold, roundingBase, secondary, suppressZero, smallText, minimumDenominator);
    }

    /// Profiles from another file of the same shape.
    ///
    /// @throws CatalogueInvalid with every problem of the file
    public static List<SuppressionProfile> from(YamlFile file) {
        return file.read(root -> root.list("profiles", SuppressionProfile::of));
    }

    private static SuppressionProfile of(YamlEntry entry) {
        return new SuppressionProfile(
                entry.text("code"),
                entry.text("name"),
                entry.integer("threshold"),
                entry.integer("roundingBase"),
                entry.flag("secondary"),
                entry.flag("suppressZero"),
                entry.optionalText("smallText").orElse(""),
                entry.integer("minimumDenominator"),
                entry.inForce(),
                Provenance.of(entry));
    }
}
