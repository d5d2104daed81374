package uk.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// Who is told of a late return, and when, and what Home asks of whom. September's return was due on Wednesday 28
/// October 2026; 1, 5, 10 and 20 working days later are 29 October, 4, 11 and 25 November (no bank holiday between).
@GoldenThreadTest
class LateReturnsTest {
    private static final String LATE =
            "%s: the return for September 2026 was due on 28 October 2026 and has not been submitted.";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnsDaily daily;

    @Autowired
    ReturnsWork home;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    ReturnReviews reviews;

    @Autowired
    Notifications notifications;

    @Autowired
    ReturnsForTests test;

    @Autowired
    UnitOfWork work;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person named;
    private Given.Person executive;
    private Given.Person contracts;
    private Given.Person nurse;

    @BeforeEach
    void septembersReturnIsOpen() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        contracts = given.person("CONTRACT_MANAGER", icb);
        at(LocalDate.of(2026, 10, 12));
        opening.open(nurse.actor(), Period.parse("2026-09"));
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void eachRungTellsItsPeopleOnItsDayAndOnlyOnce() {
        var sentence = LATE.formatted(trust.name());

        run(LocalDate.of(2026, 10, 28));
        assertThat(told(named)).as("on the due date").doesNotContain(sentence);
        run(LocalDate.of(2026, 10, 29));
        run(LocalDate.of(2026, 10, 29));
        run(LocalDate.of(2026, 11, 3));
        assertThat(told(named))
                .filteredOn(sentence::equals)
                .as("1 working day late")
                .hasSize(1);
        run(LocalDate.of(2026, 11, 4));
        run(LocalDate.of(2026, 11, 10));
        assertThat(told(named))
                .filteredOn(sentence::equals)
                .as("5 working days late")
                .hasSize(2);
        assertThat(told(executive)).doesNotContain(sentence);
        run(LocalDate.of(2026, 11, 11));
        run(LocalDate.of(2026, 11, 11));
        run(LocalDate.of(2026, 11, 25));
        assertThat(told(executive))
                .filteredOn(sentence::equals)
                .as("10 working days late")
                .hasSize(1);
        assertThat(told(contracts)).filteredOn(sentence::equals).hasSize(1);
        assertThat(told(named)).filteredOn(sentence::equals).hasSize(2);
    }

    @Test
    void whoHasSubmittedIsToldNothing() {
        submit();

        run(LocalDate.of(2026, 11, 11));

        assertThat(told(named)).doesNotContain(LATE.formatted(trust.name()));
        assertThat(told(executive)).doesNotContain(LATE.formatted(trust.name()));
    }

    @Test
    void aPracticesLeadIsRemindedRatherThanANamedProfessional() {
        var practice = given.provider(icb, "GP");
        var lead = given.person("PRACTICE_LEAD", icb, practice);
        opening.open(nurse.actor(), Period.parse("2026-27-Q2"));

        run(LocalDate.of(2026, 10, 29));

        assertThat(told(lead))
                .containsExactly(practice.name()
                        + ": the return for 2026/27 Q2 was due on 28 October 2026 and has not been submitted.");
    }

    @Test
    void whoOwesSeveralReturnsIsOneLineOfHome() {
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        opening.open(nurse.actor(), Period.parse("2026-27-Q2"));
        at(LocalDate.of(2026, 11, 2));

        assertThat(toDo(coordinator))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("Chase 2 returns, the first for "));
    }

    @Test
    void homeSaysWhoseTurnItIsFromEntryToAcceptance() {
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        assertThat(toDo(named)).containsExactly("Enter the return for September 2026 by 2026-10-28");
        at(LocalDate.of(2026, 11, 2));
        assertThat(toDo(coordinator)).containsExactly("Chase the return for September 2026 by 2026-10-28");

        submit();
        assertThat(toDo(named)).isEmpty();
        assertThat(toDo(coordinator)).isEmpty();
        assertThat(toDo(executive)).containsExactly("Approve the return for September 2026 by 2026-10-28");
        assertThat(waiting(named)).containsExactly("With your executive");

        at(LocalDate.of(2026, 11, 3));
        returns.approve(executive.actor(), id()).orElseThrow();
        assertThat(toDo(executive)).isEmpty();
        assertThat(toDo(nurse))
                .as("the due date was the provider's, so the reviewer is told when it came in")
                .containsExactly("Review the return for September 2026, in since 3 November 2026 by null");
        assertThat(waiting(named)).containsExactly("With the ICB");

        reviews.query(nurse.actor(), id(), "K03", 0, "Why has this halved?").orElseThrow();
        assertThat(toDo(named)).containsExactly("Put right the return for September 2026 by 2026-10-28");
        assertThat(waiting(nurse)).containsExactly("Queried");
    }

    @Test
    void theReturnWithTheMostToLookAtComesFirstToWhoReviews() {
        var other = given.provider(icb, "ACUTE");
        opening.open(nurse.actor(), Period.parse("2026-09"));
        var lead = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, other);
        var director = given.person("PROVIDER_EXECUTIVE_LEAD", icb, other);
        submitted(named, trust, "20", "");
        returns.approve(executive.actor(), id()).orElseThrow();
        var second = test.header(nurse, other, "2026-09").id();
        submitted(lead, other, "10", "Trainer on leave");
        returns.approve(director.actor(), second).orElseThrow();

        var items = work.read(nurse.actor().scope(), () -> home.toDo(nurse.actor()));

        assertThat(items).extracting(WorkItem::forWhom).containsExactly(other.name(), trust.name());
        assertThat(items).extracting(WorkItem::why).last().isEqualTo("You accept returns for the ICB");
        assertThat(items.getFirst().why()).endsWith(" figures to look at");
    }

    private void submitted(Given.Person person, Given.Organisation provider, String of20, String words) {
        var header = test.header(nurse, provider, "2026-09");
        var typed = test.lines(person, header.id()).stream()
                .map(line -> Typed.ratio(line.kpi(), of20, "20").saying(words))
                .toList();
        returns.save(person.actor(), header.id(), Returns.Base.seen(header.version()), typed)
                .orElseThrow();
        returns.submit(person.actor(), header.id()).orElseThrow();
    }

    private void submit() {
        submitted(named, trust, "20", "");
    }

    private long id() {
        return test.header(nurse, trust, "2026-09").id();
    }

    private void at(LocalDate day) {
        clock.standAt(day);
    }

    private void run(LocalDate today) {
        at(today);
        daily.run(icb.id(), today);
    }

    private List<String> told(Given.Person person) {
        return work.read(person.actor().scope(), () -> notifications.toldTo(person.actor())).stream()
                .map(Notifications.Told::sentence)
                .toList();
    }

    private List<String> toDo(Given.Person person) {
        return work.read(person.actor().scope(), () -> home.toDo(person.actor())).stream()
                .map(item -> item.what() + " by " + item.by())
                .toList();
    }

    private List<String> waiting(Given.Person person) {
        return work.read(person.actor().scope(), () -> home.waitingOnOthers(person.actor())).stream()
                .map(WorkItem::kind)
                .toList();
    }
}
