package uk.goldenthread.assessments;

/// An assessment never came in, and the ICB recorded so.
public record AssessmentNotReturned(int icb, int organisation, long assessment) {}
