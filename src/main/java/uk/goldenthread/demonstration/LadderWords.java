package uk.goldenthread.demonstration;

import uk.goldenthread.concerns.model.MoveWords;

/// What was written down of each move on the ladder.
final class LadderWords {
    static final MoveWords RECOVERED_WATCHED = words(
            "Level 3 training below 75% for three months and supervision records missing.",
            "The board did not know how many caseload holders were without supervision.",
            "",
            "Level 3 training at 80% and every caseload holder supervised in the quarter.",
            "The trust's chief nurse and contract manager.");
    static final MoveWords RECOVERED_ENHANCED = words(
            "No improvement in three months; two reviews named missed supervision.",
            "The trust's own plan had no dates and no owner.",
            "Weekly advice from the designated nurse; peer support from a neighbouring trust.",
            "Level 3 training at 85% and supervision at 90% in two reviews running.",
            "Chief executive, chief nurse, contract manager and the region.");
    static final MoveWords RECOVERED_DOWN = words(
            "Exit criteria met in the last review periods.",
            "Level 3 training and supervision are above target and rising; the log was seen.",
            "",
            "Both figures stay at target for two review periods.",
            "Chief executive and chief nurse.");
    static final MoveWords RECOVERED_ROUTINE = words(
            "Two review periods with the exit criteria met.",
            "Recovery has held for more than six months.",
            "",
            "",
            "Chief executive and chief nurse.");
    static final MoveWords DECLINE_WATCHED = words(
            "Level 3 training fell in four months running and the named nurse post is vacant.",
            "A fall of this size has not been seen at the trust before; supervision is falling too.",
            "",
            "Level 3 training back inside its usual range and the post filled.",
            "The trust's chief nurse and contract manager.");
    static final MoveWords DECLINE_ENHANCED = words(
            "Level 3 training and supervision below their lower limits; actions from reviews overdue.",
            "Two signals on statutory duties, no credible plan, and the named nurse post vacant for four months.",
            "Designated nurse on site one day a week; supervision from a neighbouring trust.",
            "Level 3 training at 80%, supervision at 85% and the named nurse in post, in two reviews running.",
            "Chief executive, chief nurse, executive lead of the ICB and the region.");
    static final MoveWords LOCKED_WATCHED = words(
            "The return for the quarter before last never came and is now locked.",
            "The manager left and nobody had taken the return over.",
            "",
            "The missing return is in and the next is on time.",
            "The home's owner and contract manager.");
    static final MoveWords SILENT_WATCHED = words(
            "No return for six months and no answer to three messages.",
            "We cannot say anything about safeguarding there while nothing is reported.",
            "",
            "Returns for the last two quarters are in and accepted.",
            "The hospital's director.");

    private LadderWords() {}

    private static MoveWords words(String cause, String reasons, String support, String exit, String informed) {
        return new MoveWords(cause, reasons, support, exit, informed, "");
    }
}
