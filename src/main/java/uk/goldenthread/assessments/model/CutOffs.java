package uk.goldenthread.assessments.model;

import java.math.BigDecimal;

/// From which score a standard is green or amber; below both it is red. Judged on the unrounded score.
public record CutOffs(BigDecimal green, BigDecimal amber) {
    /// Green from 85, amber from 60: our own default, which an ICB may change.
    public static final CutOffs DEFAULT = new CutOffs(new BigDecimal("85"), new BigDecimal("60"));

    /// @throws IllegalArgumentException when green does not lie above amber, or either is not between 0 and 100
    public CutOffs {
        if (amber.compareTo(green) >= 0 || amber.signum() < 0 || green.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("green from %s and amber from %s".formatted(green, amber));
        }
    }

    Rag colour(Score score) {
        if (score.compareTo(Score.of(green)) >= 0) {
            return Rag.GREEN;
        }
        return score.compareTo(Score.of(amber)) >= 0 ? Rag.AMBER : Rag.RED;
    }

    /// The colour of a score.
    public enum Rag {
        /// At or above the green cut-off.
        GREEN,
        /// Between the cut-offs.
        AMBER,
        /// Below the amber cut-off.
        RED,
        /// Nothing applies.
        NA,
        /// Something applies and nobody has judged it in this view.
        NOT_RATED
    }
}
