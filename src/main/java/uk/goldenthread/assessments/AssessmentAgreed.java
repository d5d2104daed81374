package uk.goldenthread.assessments;

/// Provider and ICB agreed on a moderated assessment.
public record AssessmentAgreed(int icb, int organisation, long assessment) {}
