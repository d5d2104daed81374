package uk.goldenthread.assessments;

/// The ICB's judgement of an assessment stands beside its claim.
///
/// @param overRated in how many criteria the claim lies 25 of 100 points or more above the judgement
public record AssessmentModerated(int icb, int organisation, long assessment, int overRated) {}
