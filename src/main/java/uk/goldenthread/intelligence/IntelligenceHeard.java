package uk.goldenthread.intelligence;

/// Something was heard of a provider, or is held to count no more, or the regulator published something.
public record IntelligenceHeard(int icb, int organisation) {}
