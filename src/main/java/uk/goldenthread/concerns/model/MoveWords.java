package uk.goldenthread.concerns.model;

/// What is recorded of a move on the ladder.
///
/// @param cause what triggered it
/// @param reasons why this level
/// @param support what is offered: advice, peer support, training, supervision, a visit
/// @param exitCriteria what must be true for the level to go down again
/// @param informed who has been told
/// @param region what the region said; needed only to leave INTENSIVE
public record MoveWords(
        String cause, String reasons, String support, String exitCriteria, String informed, String region) {}
