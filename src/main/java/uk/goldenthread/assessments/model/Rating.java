package uk.goldenthread.assessments.model;

import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.assessments.model.RatingScale.Point;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// What somebody judged of one criterion: a point of its scale, or that it does not apply.
public sealed interface Rating {
    /// Why a criterion may be left out, and what must then be said.
    Clause NOT_APPLICABLE_NEEDS_REASON = new Clause("BR-ASM-3", "Assurance rules: N/A needs a reason");

    /// The shortest reason for which a criterion may be left out, in characters.
    int SHORTEST_REASON = 10;

    /// A point of a scale.
    record Scored(RatingScale scale, Point point) implements Rating {
        /// @throws IllegalArgumentException when the scale has no such point
        public Scored {
            if (!scale.points().contains(point)) {
                throw new IllegalArgumentException("%s has no point %s".formatted(scale, point.code()));
            }
        }

        /// Whether this is the highest point.
        public boolean isFull() {
            return point.equals(scale.full());
        }

        /// Whether this is the lowest point.
        public boolean isLowest() {
            return point.equals(scale.lowest());
        }
    }

    /// The criterion does not apply, and never has a number.
    record NotApplicable(String reason) implements Rating {}

    /// A point of a scale by its code.
    ///
    /// @throws IllegalArgumentException when the scale has no such point
    static Scored of(RatingScale scale, String code) {
        return new Scored(
                scale,
                scale.point(code)
                        .orElseThrow(() -> new IllegalArgumentException("%s has no point %s".formatted(scale, code))));
    }

    /// What must be mended before this rating may be handed in; empty when nothing.
    default List<Reason> faults() {
        var faults = new ArrayList<Reason>();
        if (this instanceof NotApplicable(var reason) && reason.strip().length() < SHORTEST_REASON) {
            faults.add(new Reason(
                    "reason",
                    "Say in %d characters or more why this does not apply".formatted(SHORTEST_REASON),
                    NOT_APPLICABLE_NEEDS_REASON));
        }
        return faults;
    }
}
