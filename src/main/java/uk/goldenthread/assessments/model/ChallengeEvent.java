package uk.goldenthread.assessments.model;

import java.time.LocalDate;

/// What was noted of one event at which the assessments of many were talked over together.
///
/// @param attended who took part, by role or organisation
/// @param outcome what came of it
public record ChallengeEvent(LocalDate heldOn, String attended, String outcome) {}
