package uk.goldenthread.assessments.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;

@GoldenThreadTest
class AssessmentWorkTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    AnsweringWork home;

    @Autowired
    AssessmentsDaily daily;

    @Autowired
    AssessmentThread thread;

    @Autowired
    Answering answering;

    @Autowired
    HandingIn handing;

    @Autowired
    Parts parts;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @Autowired
    RoundsForTests test;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;
    private long id;

    @BeforeEach
    void aRoundDueOnTheTwentySeventhOfMay() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL);
        id = test.assessment(nurse, test.published(nurse, "S11_WT", "Section 11 2026", APRIL), trust);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private List<WorkItem> toDo(Given.Person person) {
        return work.read(person.actor().scope(), () -> home.toDo(person.actor()));
    }

    private List<String> told(Given.Person person) {
        return work.read(person.actor().scope(), () -> notifications.toldTo(person.actor())).stream()
                .map(Notifications.Told::sentence)
                .toList();
    }

    @Test
    void homeAsksTheAuthorToAnswerAndTheNamedExecutiveToSign() {
        assertThat(toDo(named))
                .containsExactly(new WorkItem(
                        "Self-assessments to answer",
                        "Answer Section 11 2026",
                        trust.name(),
                        LocalDate.of(2026, 5, 27),
                        "You answer for your organisation",
                        "/assessments/" + id));
        assertThat(toDo(executive)).isEmpty();
        test.answerAll(named, id, "3");
        handing.handOver(named.actor(), id, executive.actor().account()).orElseThrow();

        assertThat(toDo(named)).isEmpty();
        assertThat(work.read(named.actor().scope(), () -> home.waitingOnOthers(named.actor())))
                .extracting(WorkItem::kind)
                .containsExactly("With who signs");
        assertThat(toDo(executive)).extracting(WorkItem::what).containsExactly("Sign Section 11 2026");
        assertThat(told(executive)).containsExactly("Section 11 2026 waits for you to sign it for your board.");
    }

    @Test
    void aRespondentIsAskedForTheirPartByItsOwnDay() {
        clock.letGo();
        var colleague = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(APRIL);
        parts.give(named.actor(), id, colleague.actor().account(), Set.of("S7"), LocalDate.of(2026, 4, 20))
                .orElseThrow();

        assertThat(toDo(colleague)).singleElement().satisfies(item -> {
            assertThat(item.what()).isEqualTo("Answer your part of Section 11 2026");
            assertThat(item.by()).isEqualTo(LocalDate.of(2026, 4, 20));
        });
    }

    @Test
    void eachReminderIsToldOnceOnItsDayToWhoItConcerns() {
        daily.run(icb.id(), LocalDate.of(2026, 4, 26));
        assertThat(told(named)).containsExactly("Section 11 2026 is open to you. It is due by 27 May 2026.");
        // twenty working days before 27 May is 27 April: 4 and 25 May are bank holidays
        daily.run(icb.id(), LocalDate.of(2026, 4, 27));
        daily.run(icb.id(), LocalDate.of(2026, 4, 28));
        assertThat(told(named)).hasSize(2).first().isEqualTo(trust.name() + ": Section 11 2026 is due on 27 May 2026.");

        // five, ten and twenty working days after it
        daily.run(icb.id(), LocalDate.of(2026, 6, 3));
        assertThat(told(named).getFirst())
                .isEqualTo(trust.name() + ": Section 11 2026 was due on 27 May 2026 and has not been handed in.");
        assertThat(told(executive)).isEmpty();
        daily.run(icb.id(), LocalDate.of(2026, 6, 10));
        assertThat(told(executive)).hasSize(1);
        assertThat(told(nurse)).isEmpty();
        daily.run(icb.id(), LocalDate.of(2026, 6, 24));
        assertThat(told(nurse)).hasSize(1);
    }

    @Test
    void whatWasHandedInIsNotRemindedOf() {
        test.handIn(named, executive, id, "3");
        var before = told(named).size();

        daily.run(icb.id(), LocalDate.of(2026, 6, 24));

        assertThat(told(named)).hasSize(before);
        assertThat(told(nurse)).isEmpty();
    }

    @Test
    void theThreadLeadsFromTheRequirementToTheAnswer() {
        answering
                .save(named.actor(), id, Base.seen(1), List.of(Typed.value("1.1", "2")))
                .orElseThrow();
        var answer = Reference.of(
                "answer",
                java.util.Objects.requireNonNull(test.answers(named, id).get("1.1"))
                        .id());
        var line = Reference.parse("requirement/S11_WT:2023:1.1");

        var links = work.read(nurse.actor().scope(), () -> thread.links(nurse.actor(), List.of(line)));
        assertThat(links)
                .contains(new ThreadLink(Reference.parse("law/children-act-2004-s11"), line))
                .contains(new ThreadLink(line, answer))
                .contains(new ThreadLink(line, Reference.parse("requirement/JSAF:2026:D1.1")));
        assertThat(work.read(nurse.actor().scope(), () -> thread.links(nurse.actor(), List.of(answer))))
                .containsExactly(new ThreadLink(line, answer));
        assertThat(work.read(nurse.actor().scope(), () -> thread.nodes(nurse.actor(), List.of(answer, line))))
                .extracting(ThreadNode::sentence)
                .containsExactlyInAnyOrder(
                        "Section 11 self-assessment 1.1: Named board-level or partner lead with authority and knowledge",
                        trust.name() + " answered \"Mostly met\" in Section 11 2026, 1.1");
    }

    @Test
    void anotherProvidersAnswerIsNotOnTheThread() {
        clock.letGo();
        var stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        clock.standAt(APRIL);
        answering
                .save(named.actor(), id, Base.seen(1), List.of(Typed.value("1.1", "2")))
                .orElseThrow();
        var answer = Reference.of(
                "answer",
                java.util.Objects.requireNonNull(test.answers(named, id).get("1.1"))
                        .id());
        var line = Reference.parse("requirement/S11_WT:2023:1.1");

        assertThat(work.read(stranger.actor().scope(), () -> thread.nodes(stranger.actor(), List.of(answer))))
                .isEmpty();
        assertThat(work.read(stranger.actor().scope(), () -> thread.links(stranger.actor(), List.of(line, answer))))
                .noneMatch(link -> link.to().kind().equals("answer"));
    }
}
