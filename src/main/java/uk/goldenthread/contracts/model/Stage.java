package uk.goldenthread.contracts.model;

import java.util.List;

/// Where a contract stands, and where it can go from there (commissioning life cycle, assurance reference
/// 6.2).
public enum Stage {
    PLANNING("Planning"),
    SPECIFICATION("Specification"),
    PROCUREMENT("Procurement"),
    DUE_DILIGENCE("Due diligence"),
    SIGNED("Signed"),
    MOBILISATION("Mobilisation"),
    LIVE("Live"),
    PERFORMANCE_NOTICE("Performance notice"),
    RAP("Remedial action plan"),
    RAP_BREACHED("Plan breached"),
    WITHHOLDING("Withholding"),
    RENEWAL_REVIEW("Renewal review"),
    VARIED("Varied"),
    RENEWED("Renewed"),
    EXITED("Ended");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// Where it can go next; the usual way first.
    public List<Stage> next() {
        return switch (this) {
            case PLANNING -> List.of(SPECIFICATION);
            case SPECIFICATION -> List.of(PROCUREMENT);
            case PROCUREMENT -> List.of(DUE_DILIGENCE);
            case DUE_DILIGENCE -> List.of(SIGNED);
            case SIGNED -> List.of(MOBILISATION);
            case MOBILISATION -> List.of(LIVE);
            case LIVE -> List.of(RENEWAL_REVIEW, PERFORMANCE_NOTICE);
            case PERFORMANCE_NOTICE -> List.of(RAP, LIVE);
            case RAP -> List.of(LIVE, RAP_BREACHED);
            case RAP_BREACHED -> List.of(LIVE, WITHHOLDING);
            case WITHHOLDING -> List.of(LIVE);
            case RENEWAL_REVIEW -> List.of(RENEWED, VARIED, EXITED);
            case VARIED -> List.of(LIVE);
            case RENEWED, EXITED -> List.of();
        };
    }

    /// Whether services are provided under it.
    public boolean isInForce() {
        return switch (this) {
            case LIVE, PERFORMANCE_NOTICE, RAP, RAP_BREACHED, WITHHOLDING, RENEWAL_REVIEW, VARIED -> true;
            default -> false;
        };
    }

    /// Whether nothing more happens to it.
    public boolean isOver() {
        return next().isEmpty();
    }
}
