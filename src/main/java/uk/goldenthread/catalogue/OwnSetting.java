package uk.goldenthread.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An ICB's own value of a setting from a day.
///
/// @param subject the setting's code
/// @param value null where the shipped value holds again
public record OwnSetting(
        String subject,
        int number,
        LocalDate from,
        @Nullable BigDecimal value) implements OwnRule {}
