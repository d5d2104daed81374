package uk.goldenthread.assessments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;

@GoldenThreadTest
class JudgementsElsewhereTest {
    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    Moderating moderating;

    @Autowired
    JudgementThread thread;

    @Autowired
    ModerationWork home;

    @Autowired
    UnitOfWork work;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private long id;

    @BeforeEach
    void aTrustHandedIn() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(LocalDate.of(2026, 4, 1));
        id = test.assessment(
                nurse, test.published(nurse, "S11_WT", "Section 11 2026", LocalDate.of(2026, 4, 1)), trust);
        test.handIn(named, given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust), id, "3");
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private List<WorkItem> toDo(Given.Person person) {
        return work.read(person.actor().scope(), () -> home.toDo(person.actor()));
    }

    private void judge() {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        var typed = new ArrayList<Typed>();
        test.answers(nurse, id)
                .keySet()
                .forEach(code -> typed.add(Typed.value(code, "2").saying("Mostly seen")));
        moderating.save(nurse.actor(), id, 1, typed, true).orElseThrow();
    }

    @Test
    void homeTellsEachWhatWaitsForThem() {
        assertThat(toDo(nurse)).singleElement().satisfies(item -> {
            assertThat(item.what()).isEqualTo("Take up: Section 11 2026");
            assertThat(item.forWhom()).isEqualTo(trust.name());
            // eight weeks to answer and four to judge, from 1 April
            assertThat(item.by()).isEqualTo(LocalDate.of(2026, 6, 24));
        });
        assertThat(toDo(named)).isEmpty();
        judge();
        assertThat(toDo(nurse)).extracting(WorkItem::kind).containsExactly("Assessments to judge");
        assertThat(toDo(given.person("DESIGNATED_NURSE", icb))).isEmpty();

        moderating.finish(nurse.actor(), id, false).orElseThrow();

        assertThat(toDo(named)).extracting(WorkItem::kind).containsExactly("Judgements to reply to");
        assertThat(toDo(nurse)).isEmpty();
        // ten working days from 1 April 2026, over Good Friday and Easter Monday, end on 17 April
        clock.standAt(LocalDate.of(2026, 4, 18));
        assertThat(toDo(nurse)).extracting(WorkItem::kind).containsExactly("Assessments to agree");
        assertThat(toDo(named)).isEmpty();
    }

    @Test
    void aJudgementHangsOnItsAnswerOnceItStands() {
        var answer = Reference.of("answer", test.answers(named, id).get("1.1").id());
        judge();
        assertThat(links(nurse, answer)).isEmpty();

        moderating.finish(nurse.actor(), id, false).orElseThrow();

        var link = links(nurse, answer).getFirst();
        assertThat(link.from()).isEqualTo(answer);
        assertThat(links(named, answer)).containsExactly(link);
        assertThat(work.read(named.actor().scope(), () -> thread.nodes(named.actor(), List.of(link.to()))))
                .extracting(ThreadNode::sentence)
                .containsExactly(trust.name() + ", 1.1: claimed fully met, judged mostly met");
        var other = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        assertThat(links(other, answer)).isEmpty();
    }

    private List<ThreadLink> links(Given.Person person, Reference answer) {
        return work.read(person.actor().scope(), () -> thread.links(person.actor(), List.of(answer)));
    }
}
