package uk.goldenthread.kernel.spc;

/// The variation icon: what the last point says.
public enum Variation {
    COMMON_CAUSE,
    IMPROVEMENT_HIGH,
    IMPROVEMENT_LOW,
    CONCERN_HIGH,
    CONCERN_LOW,
    NEUTRAL_HIGH,
    NEUTRAL_LOW;

    /// The icon of a signal on this side of a measure with this direction.
    public static Variation of(Side side, Direction direction) {
        return switch (side) {
            case NONE -> COMMON_CAUSE;
            case HIGH ->
                switch (direction) {
                    case HIGHER_IS_BETTER -> IMPROVEMENT_HIGH;
                    case LOWER_IS_BETTER -> CONCERN_HIGH;
                    case NEUTRAL -> NEUTRAL_HIGH;
                };
            case LOW ->
                switch (direction) {
                    case HIGHER_IS_BETTER -> CONCERN_LOW;
                    case LOWER_IS_BETTER -> IMPROVEMENT_LOW;
                    case NEUTRAL -> NEUTRAL_LOW;
                };
        };
    }
}
