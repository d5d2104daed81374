package uk.goldenthread.demonstration;

import static uk.goldenthread.demonstration.VisitStory.Seen.seen;
import static uk.goldenthread.visits.model.Grade.GOOD_PRACTICE;
import static uk.goldenthread.visits.model.Grade.IMMEDIATE;
import static uk.goldenthread.visits.model.Grade.IMPROVEMENT;
import static uk.goldenthread.visits.model.Grade.NO_CONCERN;
import static uk.goldenthread.visits.model.Grade.SIGNIFICANT;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.demonstration.VisitStory.Until;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.visits.Programmes;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.model.VisitKind;

/// Visits in every state, and the year's plan that the next ones come from. What the visit to one trust
/// found is not what that trust claimed three weeks later in this year's round.
@Component
class Visiting implements Tale {
    private static final List<VisitStory> ALL = List.of(
            new VisitStory(
                    Stories.RECOVERED_TRUST,
                    VisitKind.ANNOUNCED,
                    "Supervision of caseload holders",
                    290,
                    Map.of("S4", "NOT_SEEN", "W3", "PARTLY"),
                    List.of(
                            seen(
                                            SIGNIFICANT,
                                            "S4",
                                            "Nine of twenty-four caseload holders had no supervision in the quarter.")
                                    .calling("Book supervision a year ahead for every caseload holder", "SUPERVISION"),
                            seen(
                                    GOOD_PRACTICE,
                                    "V1",
                                    "Parents said that they were asked what they wanted at each visit.")),
                    Until.CLOSED),
            new VisitStory(
                    Stories.NEW_TRUST,
                    VisitKind.WALKROUND,
                    "Walk-round a year after the merger",
                    150,
                    Map.of("G2", "PARTLY"),
                    List.of(
                            seen(
                                            IMPROVEMENT,
                                            "G2",
                                            "Learning from reviews reaches the old sites of one of the two trusts only.")
                                    .calling("One learning bulletin for all sites, read out at handover", "CHILDREN"),
                            seen(
                                    NO_CONCERN,
                                    "RECORDS",
                                    "Eight records from both old trusts are kept to one standard.")),
                    Until.FOLLOWED_UP),
            new VisitStory(
                    Stories.DECLINING_TRUST,
                    VisitKind.ANNOUNCED,
                    "Health visiting and the children's ward",
                    75,
                    Map.of("S4", "NOT_SEEN", "W2", "PARTLY", "W3", "NOT_SEEN"),
                    List.of(
                            seen(SIGNIFICANT, "S4", "No supervision since the named nurse left, in two of three teams.")
                                    .calling(
                                            "Supervision from a neighbouring trust until the post is filled",
                                            "SUPERVISION"),
                            seen(IMPROVEMENT, "W2", "Agency staff on nights could not say whom to call.")
                                    .calling("Give agency staff an induction before their first shift", "SAFER_STAFF"),
                            seen(GOOD_PRACTICE, "P4", "Domestic abuse is asked about at every booking.")),
                    Until.ACTIONS),
            new VisitStory(
                    Stories.RESTATING_TRUST,
                    VisitKind.ANNOUNCED,
                    "Outpatients: children who are not brought",
                    33,
                    Map.of("P1", "NOT_SEEN", "S1", "PARTLY"),
                    List.of(
                            seen(
                                            SIGNIFICANT,
                                            "P1",
                                            "In six of ten records a missed appointment was closed without a call to anybody.")
                                    .calling("Call the family and the GP after each missed appointment", "CHILDREN"),
                            seen(IMPROVEMENT, "S1", "Three of eight staff could not name the safeguarding lead.")
                                    .calling("Put the lead's name and number on every ward's board", "CHILDREN"),
                            seen(GOOD_PRACTICE, "E2", "Each clinic has a room where a child can talk alone.")),
                    Until.ACTIONS),
            new VisitStory(
                    Stories.LATE_PRACTICE,
                    VisitKind.SHORT_NOTICE,
                    "How the practice follows up children it is worried about",
                    26,
                    Map.of(),
                    List.of(
                            seen(GOOD_PRACTICE, "R1", "Five of five records hold the child's own words."),
                            seen(NO_CONCERN, "GOVERNANCE", "Safeguarding is on the agenda of each practice meeting.")),
                    Until.FINAL),
            new VisitStory(
                    Stories.QUERIED_TRUST,
                    VisitKind.THEMATIC,
                    "Mental capacity on the medical wards",
                    12,
                    Map.of("R3", "PARTLY"),
                    List.of(
                            seen(
                                    IMPROVEMENT,
                                    "R3",
                                    "Capacity was recorded in four of nine records where it was in doubt."),
                            seen(GOOD_PRACTICE, "R5", "The reason for sharing is written down each time.")),
                    Until.COMMENTED),
            new VisitStory(
                    Stories.REBASED_TRUST,
                    VisitKind.JOINT,
                    "Children's emergency department, with the local authority",
                    8,
                    Map.of("P2", "PARTLY"),
                    List.of(seen(
                            IMPROVEMENT, "P2", "Two of six doctors did not know the pathway for bruising in babies.")),
                    Until.DRAFTED),
            new VisitStory(
                    Stories.DECLINING_TRUST,
                    VisitKind.UNANNOUNCED,
                    "Children's ward and emergency department, early morning",
                    2,
                    Map.of(
                            "E3",
                            "PARTLY",
                            "S1",
                            "MET",
                            "S4",
                            "NOT_SEEN",
                            "P1",
                            "MET",
                            "W2",
                            "PARTLY",
                            "I1",
                            "NOT_SEEN"),
                    List.of(
                            seen(
                                    IMMEDIATE,
                                    "I1",
                                    "The door from the children's ward to the stairs does not lock, and nobody sits where it is seen."),
                            seen(SIGNIFICANT, "S4", "Two of four nurses have had no supervision since July.")),
                    Until.CARRIED_OUT));

    private final VisitDesk desk;
    private final Programmes programmes;
    private final VisitReading reading;

    Visiting(VisitDesk desk, Programmes programmes, VisitReading reading) {
        this.desk = desk;
        this.programmes = programmes;
        this.reading = reading;
    }

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var all = new ArrayList<Moment>();
        ALL.forEach(story -> all.addAll(desk.moments(world, story, today)));
        plan(world, today, all);
        toCome(world, today, all);
        return all;
    }

    /// The year from 25 days ago; the first provider that was drawn at random is to be visited without
    /// being told.
    private void plan(World world, LocalDate today, List<Moment> all) {
        var nurse = world.actor("DESIGNATED_NURSE");
        var number = new AtomicLong();
        all.add(new Moment(
                VisitDesk.at(today.minusDays(25), LocalTime.of(9, 30)),
                "propose the year's visits",
                () -> number.set(programmes
                        .propose(world.actor("SAFEGUARDING_COORDINATOR"))
                        .orElseThrow())));
        all.add(new Moment(
                VisitDesk.at(today.minusDays(24), LocalTime.of(15, 0)),
                "approve the year's visits",
                () -> programmes.approve(nurse, number.intValue()).orElseThrow()));
        all.add(new Moment(VisitDesk.at(today.minusDays(3), LocalTime.of(9, 30)), "fix the day of one drawn", () -> {
            var planned = reading.list(nurse, AsAt.PRESENT, new VisitReading.Wanted(false, "PLANNED"), 1, 200);
            planned.visits().stream()
                    .filter(visit -> visit.kind() == VisitKind.UNANNOUNCED)
                    .reduce((_, sooner) -> sooner)
                    .ifPresent(visit -> desk.confirm(nurse, visit.id(), today.plusDays(6)));
        }));
    }

    /// Two to come, one of which looks again at what another found, and one that does not take place.
    private void toCome(World world, LocalDate today, List<Moment> all) {
        var nurse = world.actor("DESIGNATED_NURSE");
        all.add(new Moment(
                VisitDesk.at(today.minusDays(4), LocalTime.of(11, 0)),
                "plan a follow-up",
                () -> reading.list(nurse, AsAt.PRESENT, new VisitReading.Wanted(false, "FOLLOW_UP"), 1, 1)
                        .visits()
                        .forEach(visit -> desk.followUp(nurse, visit, today.plusDays(40)))));
        all.add(new Moment(
                VisitDesk.at(today.minusDays(20), LocalTime.of(11, 0)),
                "announce a visit",
                () -> desk.confirm(
                        nurse,
                        desk.plan(
                                world,
                                Stories.WORDLESS_HOSPICE,
                                VisitKind.ANNOUNCED,
                                "How the hospice trains its volunteers",
                                today.plusDays(12)),
                        today.plusDays(12))));
        all.add(new Moment(
                VisitDesk.at(today.minusDays(40), LocalTime.of(11, 0)),
                "cancel a visit",
                () -> desk.cancel(
                        nurse,
                        desk.plan(
                                world,
                                Stories.LOCKED_HOME,
                                VisitKind.WALKROUND,
                                "Walk-round of the home",
                                today.minusDays(30)),
                        "The home was closed to visitors after an outbreak. It is visited in the spring.")));
    }
}
