package uk.goldenthread.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Effect;
import uk.goldenthread.database.Changes;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

@GoldenThreadTest
class ActionsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ActionsForTests test;

    @Autowired
    ActionRegister register;

    @Autowired
    Actions actions;

    @Autowired
    ActionReviews reviews;

    @Autowired
    Committee committee;

    @Autowired
    BulkEdit bulk;

    @Autowired
    ActionsDaily daily;

    @Autowired
    ActionsWork works;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @Autowired
    Accounts accounts;

    @Autowired
    Statements statements;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    Given.Organisation icb;
    Given.Organisation trust;
    Given.Organisation other;
    Given.Person nurse;
    Given.Person named;
    Given.Person executive;
    Given.Person chair;

    @BeforeEach
    void anIcbAndTwoTrusts() {
        clock.standAt(MONDAY);
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        other = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        chair = given.person("ICB_EXECUTIVE_LEAD", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void anActionRunsFromAFindingToTheCommitteesMinute() {
        long id = test.propose(nurse, trust, "Follow up children who are not brought", Reference.of("finding", 7));
        actions.accept(named.actor(), id, executive.actor().account(), "Agreed").orElseThrow();
        actions.update(named.actor(), id, "Audit tool agreed").orElseThrow();
        test.evidence(named, id, EvidenceClass.PRACTICE);
        actions.submit(named.actor(), id, "Twenty records audited").orElseThrow();
        reviews.assure(nurse.actor(), id, "Seen and sampled", LocalDate.of(2027, 5, 23))
                .orElseThrow();
        clock.standAt(LocalDate.of(2027, 5, 24));
        reviews.embed(nurse.actor(), id, "Re-audit shows the same").orElseThrow();
        committee
                .evaluate(chair.actor(), id, Effect.IMPROVED, "Follow-up rose to 96%")
                .orElseThrow();
        committee.close(chair.actor(), id, "", "SAC 2027-06 item 4").orElseThrow();

        var closed = test.find(nurse, id);
        assertThat(closed.state()).isEqualTo(new ActionState.Closed());
        assertThat(closed.owner())
                .isNotNull()
                .extracting(owner -> owner.account())
                .isEqualTo(executive.actor().account());
        assertThat(closed.timing().original()).isEqualTo(LocalDate.of(2027, 1, 22)); // 60 days after 23 November
        assertThat(test.steps(nurse, id))
                .containsExactly(
                        "PROPOSED", "ACCEPTED", "UPDATED", "SUBMITTED", "ASSURED", "EMBEDDED", "EVALUATED", "CLOSED");
    }

    @Test
    void evidenceOfAnotherClassDoesNotCloseAnAction() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        test.evidence(named, id, EvidenceClass.PROCESS);

        var refused = actions.submit(named.actor(), id, "The policy is out");

        assertThat(messages(refused)).singleElement().asString().contains("practice or outcome");
        assertThat(test.find(nurse, id).state()).isEqualTo(new ActionState.InProgress());
    }

    @Test
    void nobodyVerifiesTheirOwnOrganisationsActionEvenWithARoleAtTheIcb() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        test.evidence(named, id, EvidenceClass.PRACTICE);
        actions.submit(named.actor(), id, "Done").orElseThrow();
        accounts.grant(
                nurse.actor().account(), "PROVIDER_NAMED_PROFESSIONAL", icb.id(), trust.id(), LocalDate.of(2022, 7, 1));

        assertThat(messages(reviews.assure(nurse.actor(), id, "", MONDAY.plusMonths(6))))
                .singleElement()
                .asString()
                .contains("Nobody verifies their own organisation's action", "who does not work for " + trust.name());
        assertThatThrownBy(() -> reviews.assure(named.actor(), id, "", MONDAY.plusMonths(6)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("People who can");
    }

    @Test
    void whatIsSentBackNeedsMoreThanWhatWasSeen() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        test.evidence(named, id, EvidenceClass.PRACTICE);
        actions.submit(named.actor(), id, "Done").orElseThrow();
        reviews.sendBack(nurse.actor(), id, "Only four records were looked at").orElseThrow();

        assertThat(messages(actions.submit(named.actor(), id, "Done again")))
                .singleElement()
                .asString()
                .contains("Give new evidence");
        test.evidence(named, id, EvidenceClass.OUTCOME);
        assertThat(actions.submit(named.actor(), id, "Sixteen more").isAccepted())
                .isTrue();
    }

    @Test
    void aDateMovesTwiceAndThenWithTheCommitteesMinuteOnly() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        for (var day : List.of(70, 80)) {
            actions.askLater(named.actor(), id, MONDAY.plusDays(day), "Staff were moved")
                    .orElseThrow();
            reviews.decideLater(nurse.actor(), id, true, "", "").orElseThrow();
        }
        actions.askLater(named.actor(), id, MONDAY.plusDays(90), "Staff were moved")
                .orElseThrow();

        assertThat(messages(reviews.decideLater(nurse.actor(), id, true, "", "SAC 7")))
                .singleElement()
                .asString()
                .contains("executive lead may");
        assertThat(reviews.decideLater(chair.actor(), id, true, "", "").reasons())
                .extracting(Reason::field)
                .containsExactly("minute");
        reviews.decideLater(chair.actor(), id, true, "", "SAC 2026-12 item 3").orElseThrow();
        var timing = test.find(nurse, id).timing();
        assertThat(timing.extensions()).isEqualTo(3);
        assertThat(timing.due()).isEqualTo(MONDAY.plusDays(90));
        assertThat(timing.original()).isEqualTo(MONDAY.plusDays(60));
    }

    @Test
    void aRefusedLaterDateIsNotCounted() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        actions.askLater(named.actor(), id, MONDAY.plusDays(70), "Staff were moved")
                .orElseThrow();

        assertThat(actions.askLater(named.actor(), id, MONDAY.plusDays(75), "Still waiting")
                        .isAccepted())
                .isFalse();
        assertThat(reviews.decideLater(nurse.actor(), id, false, "No", "").isAccepted())
                .isFalse();
        reviews.decideLater(nurse.actor(), id, false, "Children wait meanwhile", "")
                .orElseThrow();

        assertThat(test.find(nurse, id).timing().extensions()).isZero();
        assertThat(test.find(nurse, id).timing().due()).isEqualTo(MONDAY.plusDays(60));
    }

    @Test
    void anotherProvidersActionDoesNotExistForAProvider() {
        var source = Reference.of("finding", 8);
        long theirs = test.propose(nurse, other, "Audit records of the other trust", source);
        long own = test.propose(nurse, trust, "Audit records of this trust", source);

        assertThatThrownBy(() -> actions.update(named.actor(), theirs, "Hello")).isInstanceOf(HiddenException.class);
        assertThat(register.of(named.actor(), List.of(source)).get(source))
                .extracting(ActionSummary::id)
                .containsExactly(own);
        assertThat(register.of(nurse.actor(), List.of(source)).get(source)).hasSize(2);
        assertThatThrownBy(() -> test.propose(named, other, "Meddle with the other trust"))
                .isInstanceOf(HiddenException.class);
    }

    @Test
    void whatAProviderProposesForItselfItHasAccepted() {
        long id = test.propose(named, trust, "Train the night staff");

        assertThat(test.find(named, id).state()).isEqualTo(new ActionState.Open());
        assertThat(test.find(named, id).ownerAccount()).isEqualTo(named.actor().account());
    }

    @Test
    void theActionsOfManySourcesTakeOneStatement() {
        var first = Reference.of("answer", 1);
        var second = Reference.of("answer", 2);
        test.propose(nurse, trust, "One for both answers", first, second);
        test.propose(nurse, trust, "One for the second", second);

        var seen = statements.during(() -> assertThat(register.of(nurse.actor(), List.of(first, second)))
                .hasEntrySatisfying(second, actions -> assertThat(actions).hasSize(2)));

        assertThat(seen).hasSize(1);
    }

    @Test
    void severalChangeTogetherOrNoneDoes() {
        long one = test.underWay(nurse, named, trust, "First of two actions");
        long two = test.underWay(nurse, named, trust, "Second of two actions");
        reviews.lapse(nurse.actor(), two, "The ward closed in October").orElseThrow();
        var later = new BulkEdit.Wanted(null, MONDAY.plusDays(80), "Winter pressure", "", "TRAINING");

        var refused = bulk.edit(nurse.actor(), List.of(one, two), later);

        assertThat(messages(refused))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).startsWith("Second of two actions:"));
        assertThat(test.find(nurse, one).timing().due()).isEqualTo(MONDAY.plusDays(60));
        assertThat(bulk.edit(nurse.actor(), List.of(one), later).orElseThrow()).isEqualTo(1);
        assertThat(test.find(nurse, one).timing().extensions()).isEqualTo(1);
        assertThat(test.find(nurse, one).plan().theme()).isEqualTo("TRAINING");
        assertThatThrownBy(() -> bulk.edit(named.actor(), List.of(one), later)).isInstanceOf(RefusedException.class);
    }

    @Test
    void manyChangeWithAsManyStatementsAsTwo() {
        var few = underWay(2);
        var many = underWay(12);
        var theirs = new BulkEdit.Wanted(executive.actor().account(), null, "", "", "CHILDREN");
        var later = new BulkEdit.Wanted(null, MONDAY.plusDays(80), "Winter pressure", "", null);

        for (var edit : List.of(Map.entry(named, theirs), Map.entry(nurse, later))) {
            var two = statements.during(
                    () -> bulk.edit(edit.getKey().actor(), few, edit.getValue()).orElseThrow());
            var twelve = statements.during(() ->
                    bulk.edit(edit.getKey().actor(), many, edit.getValue()).orElseThrow());

            assertThat(twelve).hasSameSizeAs(two);
            assertThat(twelve)
                    .filteredOn(sql -> sql.contains("update action set"))
                    .hasSize(1);
        }
        for (long id : many) {
            var action = test.find(nurse, id);
            assertThat(action.ownerAccount()).isEqualTo(executive.actor().account());
            assertThat(action.plan().theme()).isEqualTo("CHILDREN");
            assertThat(action.timing().due()).isEqualTo(MONDAY.plusDays(80));
            assertThat(action.timing().extensions()).isEqualTo(1);
            assertThat(work.read(nurse.actor().scope(), () -> ledger.about("action/" + id, 2)))
                    .extracting(Ledger.Entry::action)
                    .containsExactly("ACTION_EXTENDED", "ACTION_EDITED");
        }
        assertThat(steps(many))
                .as("each has its own story")
                .hasSize(24)
                .contains("EDITED Owner: %s; Theme: Children and child protection"
                        .formatted(executive.actor().name()))
                .contains("EXTENDED Winter pressure");
        assertThat(extensions(many)).as("from the old day to the new").containsOnly("2027-01-22 2027-02-11 APPROVED");
    }

    @Test
    void whereOneOfSeveralChangedSinceItWasReadNoneIsChanged() {
        var ids = underWay(2);
        var fresh = test.find(nurse, ids.getFirst()).version();
        var stale = test.find(nurse, ids.getLast()).version() - 1;
        var seen = Map.of(ids.getFirst(), fresh, ids.getLast(), stale);

        assertThatThrownBy(() -> work.write(nurse.actor().scope(), () -> {
                    Changes.none().set("theme", "TRAINING").write(jdbc, new Changes.Rows("action", icb.id(), seen));
                    return true;
                }))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessage("1 of 2 rows of action changed since they were read");

        assertThat(test.find(nurse, ids.getFirst()).plan().theme()).isEqualTo("CHILDREN");
    }

    private List<Long> underWay(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> test.underWay(nurse, named, trust, "Action %d of %d".formatted(each, count)))
                .toList();
    }

    private List<String> steps(List<Long> actions) {
        return texts(
                "select step || ' ' || words from action_update where action = any (:ids) and step in ('EDITED', 'EXTENDED')",
                actions);
    }

    private List<String> extensions(List<Long> actions) {
        return texts(
                "select from_due || ' ' || to_due || ' ' || decision from action_extension where action = any (:ids)",
                actions);
    }

    private List<String> texts(String sql, List<Long> actions) {
        return work.read(
                nurse.actor().scope(),
                () -> jdbc.sql(sql)
                        .param("ids", actions.toArray(Long[]::new))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    @Test
    void aRecurringActionComesAgainOnceForEachDateThatPassed() {
        var wanted = test.wanted(trust, "Check the rota of named staff");
        long id = register.propose(
                        named.actor(),
                        new NewAction(
                                trust.id(),
                                wanted.title(),
                                wanted.outcome(),
                                wanted.measure(),
                                "",
                                Priority.LOW,
                                false,
                                wanted.expects(),
                                LocalDate.of(2027, 1, 31),
                                1,
                                List.of()))
                .orElseThrow();

        daily.run(icb.id(), LocalDate.of(2027, 3, 1));
        daily.run(icb.id(), LocalDate.of(2027, 3, 1));

        var next =
                register.of(nurse.actor(), List.of(Reference.of("action", id))).get(Reference.of("action", id));
        assertThat(next).singleElement().extracting(ActionSummary::due).isEqualTo(LocalDate.of(2027, 2, 28));
        var third = register.of(nurse.actor(), List.of(next.getFirst().reference()))
                .get(next.getFirst().reference());
        assertThat(third).singleElement().extracting(ActionSummary::due).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @Test
    void theOwnerIsTheFirstAndTheIcbTheLastToBeTold() {
        test.underWay(nurse, named, trust, "Audit supervision records");
        var due = MONDAY.plusDays(60);

        daily.run(icb.id(), due);
        daily.run(icb.id(), due.plusDays(1));
        daily.run(icb.id(), due.plusDays(1));
        assertThat(told(named)).containsExactlyInAnyOrder("ACTION_DUE", "ACTION_OVERDUE");
        assertThat(told(executive)).isEmpty();

        daily.run(icb.id(), due.plusDays(10));
        daily.run(icb.id(), due.plusDays(20));
        assertThat(told(executive)).containsExactly("ACTION_OVERDUE");
        assertThat(told(nurse)).contains("ACTION_OVERDUE");
    }

    @Test
    void homeTellsEachPersonWhatIsTheirs() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        assertThat(toDo(named)).containsExactly("Your actions");
        test.evidence(named, id, EvidenceClass.PRACTICE);
        actions.submit(named.actor(), id, "Done").orElseThrow();
        assertThat(toDo(named)).isEmpty();
        assertThat(toDo(nurse)).containsExactly("Actions to verify");
        reviews.assure(nurse.actor(), id, "", MONDAY.plusMonths(6)).orElseThrow();
        assertThat(toDo(nurse)).isEmpty();
        clock.standAt(MONDAY.plusMonths(6));
        assertThat(toDo(nurse)).containsExactly("Does it hold?");
    }

    @Test
    void theCommitteeMayAcceptTheRiskThatIsLeftAndSaysWhy() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");

        assertThat(committee.close(chair.actor(), id, "", "SAC 7").isAccepted()).isFalse();
        assertThat(committee.acceptRisk(chair.actor(), id, "", "SAC 7").reasons())
                .extracting(Reason::field)
                .containsExactly("words");
        committee
                .acceptRisk(chair.actor(), id, "The service ends in March", "SAC 7")
                .orElseThrow();

        assertThat(test.find(nurse, id).state()).isEqualTo(new ActionState.Closed());
    }

    @Test
    void thePublishedViewTellsWhatOthersRead() {
        long id = test.propose(nurse, trust, "Follow up missed visits", Reference.of("finding", 9));

        var row = work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select state, priority, due_on, sources[1] as source from pub_action where id = :id")
                        .param("id", id)
                        .query()
                        .singleRow());

        assertThat(row).containsAllEntriesOf(Map.of("state", "PROPOSED", "priority", "HIGH", "source", "finding/9"));
    }

    private List<String> told(Given.Person person) {
        return work.read(
                person.actor().scope(),
                () -> notifications.toldTo(person.actor()).stream()
                        .map(Notifications.Told::kind)
                        .toList());
    }

    private List<String> toDo(Given.Person person) {
        return work.read(
                person.actor().scope(),
                () -> works.toDo(person.actor()).stream()
                        .map(item -> item.kind())
                        .toList());
    }

    private static List<String> messages(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Reason::message).toList();
    }
}
