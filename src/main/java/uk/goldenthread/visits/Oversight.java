package uk.goldenthread.visits;

import java.util.Map;

/// How closely each provider is watched, for the plan of visits. The module that keeps the ladder
/// contributes a bean; without one nobody is at Enhanced or Intensive. Called inside a unit of work.
@FunctionalInterface
public interface Oversight {
    /// The level of oversight by organisation: `ROUTINE`, `WATCH`, `ENHANCED`, `INTENSIVE`.
    Map<Integer, String> levels(int icb);
}
