package uk.goldenthread.catalogue;

import java.time.LocalDate;

/// A measure that an ICB asks for beside the shipped ones, as it stands from a day.
///
/// @param used false where it is asked for no longer
/// @param theme code of the theme it is read with
/// @param definition with `number` as its version, in force from `from`
public record OwnMeasure(boolean used, String theme, KpiDefinition definition) implements OwnRule {

    /// Every code begins so, which no shipped code ever will.
    public static final String PREFIX = "OWN-";

    /// @throws IllegalArgumentException when the code could be a shipped one's
    public OwnMeasure {
        if (!isCode(definition.code())) {
            throw new IllegalArgumentException(definition.code() + " is no code of an ICB's own measure");
        }
    }

    /// Whether an ICB's own measure may have this code: OWN- and up to 12 capital letters or digits.
    public static boolean isCode(String code) {
        return code.matches(PREFIX + "[A-Z0-9]{1,12}");
    }

    @Override
    public String subject() {
        return definition.code();
    }

    @Override
    public int number() {
        return definition.version();
    }

    @Override
    public LocalDate from() {
        return definition.inForce().from();
    }
}
