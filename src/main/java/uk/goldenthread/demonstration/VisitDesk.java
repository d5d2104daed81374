package uk.goldenthread.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.actions.ActionReviews;
import uk.goldenthread.actions.Actions;
import uk.goldenthread.actions.NewAction;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.demonstration.GivenEvidence.File;
import uk.goldenthread.demonstration.VisitStory.Seen;
import uk.goldenthread.demonstration.VisitStory.Until;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.visits.Findings;
import uk.goldenthread.visits.Recording;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.VisitReports;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.TypedField;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitKind;

/// Takes a visit through its states, on the working days on which people would.
@Component
class VisitDesk {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Reports visiting;
    private final Acting acting;
    private final GivenEvidence given;
    private final WorkingDays calendar;

    VisitDesk(Reports visiting, Acting acting, GivenEvidence given, WorkingDays calendar) {
        this.visiting = visiting;
        this.acting = acting;
        this.given = given;
        this.calendar = calendar;
    }

    /// What visitors do.
    @Component
    record Reports(Visits visits, Recording recording, Findings findings, VisitReports reports, VisitReading reading) {}

    /// What is done about what they found.
    @Component
    record Acting(ActionRegister register, Actions actions, ActionReviews reviews) {}

    /// A visit as it comes to be, with the actions that it called for.
    private static final class Running {
        private final World world;
        private final VisitStory story;
        private final LocalDate on;
        private final Map<Seen, Long> actions = new LinkedHashMap<>();
        private final Map<Seen, Long> findings = new LinkedHashMap<>();
        private long id;

        Running(World world, VisitStory story, LocalDate on) {
            this.world = world;
            this.story = story;
            this.on = on;
        }

        Actor nurse() {
            return world.actor("DESIGNATED_NURSE");
        }

        Actor theirs() {
            return GivenEvidence.owner(world, story.provider());
        }
    }

    /// All that happens to a visit, as far as its story goes.
    List<Moment> moments(World world, VisitStory story, LocalDate today) {
        var it = new Running(world, story, calendar.workingDaysBefore(today, story.ago()));
        var all = new ArrayList<Moment>();
        var notice = story.kind() == VisitKind.SHORT_NOTICE ? 5 : 35;
        all.add(moment(it, it.on.minusDays(notice), "plan", () -> {
            it.id = plan(world, story.provider(), story.kind(), story.purpose(), it.on);
            confirm(it.nurse(), it.id, it.on);
        }));
        all.add(new Moment(at(it.on, LocalTime.of(13, 0)), "carry out: " + story, () -> carryOut(it)));
        step(all, it, Until.DRAFTED, 6, () -> draft(it));
        step(
                all,
                it,
                Until.COMMENTED,
                7,
                () -> visiting.reports().send(it.nurse(), it.id).orElseThrow());
        step(all, it, Until.COMMENTED, 11, () -> comment(it));
        report(all, it);
        return all;
    }

    /// From the facts that are checked to what was done about it.
    private void report(List<Moment> all, Running it) {
        step(
                all,
                it,
                Until.FINAL,
                13,
                () -> visiting.reports().checked(it.theirs(), it.id).orElseThrow());
        step(all, it, Until.FINAL, 16, () -> finish(it));
        step(all, it, Until.ACTIONS, 18, () -> ask(it));
        step(
                all,
                it,
                Until.ACTIONS,
                20,
                () -> it.actions
                        .values()
                        .forEach(action -> acting.actions()
                                .accept(it.theirs(), action, it.theirs().account(), "")
                                .orElseThrow()));
        step(all, it, Until.FOLLOWED_UP, 60, () -> verify(it));
        step(
                all,
                it,
                Until.CLOSED,
                80,
                () -> visiting.reports()
                        .close(it.nurse(), it.id, "We went back: the change is there, and staff know it.")
                        .orElseThrow());
    }

    private void step(List<Moment> all, Running it, Until until, int days, Runnable work) {
        if (it.story.until().reaches(until)) {
            all.add(moment(it, calendar.workingDaysAfter(it.on, days), until + " " + days, work));
        }
    }

    private static Moment moment(Running it, LocalDate day, String what, Runnable work) {
        return new Moment(at(day, NINE.plusMinutes(45)), "%s: %s".formatted(what, it.story), work);
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(London.ZONE).toInstant();
    }

    long plan(World world, String provider, VisitKind kind, String purpose, LocalDate on) {
        return visiting.visits()
                .plan(world.actor("DESIGNATED_NURSE"), world.organisation(provider), kind, purpose, on, "")
                .orElseThrow();
    }

    void followUp(Actor nurse, Visit first, LocalDate on) {
        visiting.visits()
                .followUp(nurse, first.id(), VisitKind.FOLLOW_UP, "Whether the bulletin is read out at all sites", on)
                .orElseThrow();
    }

    void confirm(Actor nurse, long visit, LocalDate on) {
        visiting.visits().confirm(nurse, visit, on).orElseThrow();
    }

    void cancel(Actor nurse, long visit, String why) {
        visiting.visits().cancel(nurse, visit, why).orElseThrow();
    }

    /// The form is filled in on the way round; of the visit two days ago only half of it yet.
    private void carryOut(Running it) {
        var half = it.story.until() == Until.CARRIED_OUT;
        var fields = new ArrayList<TypedField>();
        for (var part : visiting.reading().template().parts()) {
            for (var question : part.questions()) {
                var less = it.story.less().get(question.code());
                if (less != null || !half) {
                    fields.add(TypedField.score(question.code(), less == null ? "MET" : less));
                }
            }
        }
        fields.add(TypedField.of("staff", "8"));
        if (!half) {
            fields.add(TypedField.of("records", "10"));
        }
        visiting.recording().save(it.nurse(), it.id, fields).orElseThrow();
        for (var seen : it.story.findings()) {
            found(it, seen);
        }
        visiting.visits().carriedOut(it.nurse(), it.id, it.on).orElseThrow();
    }

    private void found(Running it, Seen seen) {
        var risk = seen.grade() == Grade.IMMEDIATE;
        var visitors = visiting.findings();
        var id = visitors.add(
                        it.nurse(),
                        it.id,
                        new Findings.Wanted(
                                seen.grade(),
                                seen.about(),
                                seen.words(),
                                risk ? "Matron in charge" : "",
                                risk ? at(it.on, LocalTime.of(11, 40)) : null))
                .orElseThrow();
        it.findings.put(seen, id);
        if (risk) {
            visitors.confirmInWriting(it.nurse(), it.id, id).orElseThrow();
        }
    }

    private void draft(Running it) {
        visiting.reports()
                .draft(
                        it.nurse(),
                        it.id,
                        "We spoke with eight staff of several grades and looked at ten records. Staff were open and made time"
                                + " for us. What we found is listed below, the good beside what has to change.")
                .orElseThrow();
    }

    private void comment(Running it) {
        visiting.reports()
                .comment(it.theirs(), it.id, "We had nine staff on that day, not eight; one was called away.")
                .orElseThrow();
    }

    private void finish(Running it) {
        var whole = visiting.reading().whole(it.nurse(), AsAt.PRESENT, it.id);
        for (var comment : whole.comments()) {
            visiting.reports()
                    .decide(it.nurse(), it.id, comment.id(), true, "Put right.")
                    .orElseThrow();
        }
        visiting.reports()
                .finish(it.nurse(), it.id, whole.visit().happened().summary().replace("eight staff", "nine staff"))
                .orElseThrow();
    }

    /// What is called for is asked for, and the visit goes on to its actions.
    private void ask(Running it) {
        var today = calendar.workingDaysAfter(it.on, 18);
        for (var seen : it.story.findings()) {
            if (!seen.action().isEmpty()) {
                it.actions.put(
                        seen,
                        acting.register()
                                .propose(
                                        it.nurse(),
                                        new NewAction(
                                                it.world.organisation(it.story.provider()),
                                                seen.action(),
                                                "What the visit found is put right, and stays so.",
                                                "A sample of ten at the follow-up.",
                                                seen.theme(),
                                                seen.grade() == Grade.SIGNIFICANT ? Priority.HIGH : Priority.MEDIUM,
                                                false,
                                                Set.of(Proof.PRACTICE),
                                                today.plusDays(80),
                                                null,
                                                List.of(Reference.of(
                                                        "finding", Objects.requireNonNull(it.findings.get(seen))))))
                                .orElseThrow());
            }
        }
        visiting.reports().goOn(it.nurse(), it.id).orElseThrow();
    }

    /// Evidence is given, the ICB verifies it, and somebody looks again.
    private void verify(Running it) {
        var today = calendar.workingDaysAfter(it.on, 60);
        it.actions.forEach((seen, action) -> {
            given.give(
                    it.world,
                    it.story.provider(),
                    new File("Shown to be done: " + seen.action(), DocumentKind.REPORT, EvidenceClass.PRACTICE),
                    today,
                    Reference.of("action", action));
            acting.actions()
                    .submit(it.theirs(), action, "Done and checked by our own audit.")
                    .orElseThrow();
            acting.reviews()
                    .assure(it.nurse(), action, "Seen in a sample of ten.", today.plusMonths(6))
                    .orElseThrow();
        });
        visiting.reports().goOn(it.nurse(), it.id).orElseThrow();
    }
}
