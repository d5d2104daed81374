package uk.goldenthread.assessments;

/// An organisation handed its self-assessment in, signed for its board.
public record AssessmentSubmitted(int icb, int organisation, long assessment) {}
