package uk.goldenthread.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.Statements;

@GoldenThreadTest
class NotificationsTest {
    private static final Message LATE =
            new Message("RETURN_LATE", "The return for June 2026 is 5 working days late", "/returns/1", "r/1/5", false);

    @Autowired
    Given given;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @Autowired
    Statements statements;

    @Test
    void whoeverHoldsTheRoleThereIsTold() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        var nurse = given.person("DESIGNATED_NURSE", icb);

        tell(nurse, new Addressee.Holders(trust.id(), "PROVIDER_NAMED_PROFESSIONAL"), LATE);

        assertThat(told(named)).extracting(Notifications.Told::sentence).containsExactly(LATE.sentence());
        assertThat(told(executive)).isEmpty();
        assertThat(told(nurse)).isEmpty();
    }

    @Test
    void aProviderTellsItsIcbWhoseMessagesItMayNotRead() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var nurse = given.person("DESIGNATED_NURSE", icb);

        tell(named, new Addressee.Holders(icb.id(), "DESIGNATED_NURSE"), LATE);

        assertThat(told(nurse)).hasSize(1);
        assertThat(told(named)).isEmpty();
    }

    @Test
    void theSameThingIsToldOnce() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var to = new Addressee.Person(icb.id(), nurse.actor().account());

        assertThat(tell(nurse, to, LATE)).isTrue();
        assertThat(tell(nurse, to, LATE)).isFalse();
        assertThat(told(nurse)).hasSize(1);
    }

    @Test
    void thousandsAreToldInAFewStatementsEachOnce() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var analyst = given.person("ANALYST", icb);
        var mine = new Addressee.Person(icb.id(), nurse.actor().account());
        var all = new ArrayList<Telling>();
        for (var n = 0; n < 2_500; n++) {
            all.add(new Telling(mine, about("action/%d/OWNER".formatted(n))));
        }
        all.add(new Telling(new Addressee.Holders(icb.id(), "ANALYST"), LATE));
        all.add(new Telling(mine, about("action/7/OWNER")));

        var sent = statements.during(() -> assertThat(tellAll(nurse, all)).isEqualTo(2_501));

        assertThat(sent).hasSize(3);
        assertThat(told(nurse).getFirst().href())
                .as("the last told comes first")
                .isEqualTo("/action/2499/OWNER");
        assertThat(told(analyst)).extracting(Notifications.Told::sentence).containsExactly(LATE.sentence());
        assertThat(tellAll(nurse, all)).isZero();
        assertThat(tellAll(nurse, List.of())).isZero();
    }

    private static Message about(String source) {
        return new Message("ACTION_OVERDUE", "An action was due and is not done.", "/" + source, source, true);
    }

    private int tellAll(Given.Person by, List<Telling> all) {
        return work.write(by.actor().scope(), () -> notifications.tellAll(all));
    }

    @Test
    void puttingAMessageAwayIsOnesOwnMatter() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var colleague = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, new Addressee.Holders(icb.id(), "DESIGNATED_NURSE"), LATE);

        notifications.dismiss(nurse.actor(), told(nurse).getFirst().id());

        assertThat(told(nurse)).isEmpty();
        assertThat(told(colleague)).hasSize(1);
    }

    @Test
    void readingIsRememberedForEachReader() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var colleague = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, new Addressee.Holders(icb.id(), "DESIGNATED_NURSE"), LATE);

        notifications.readAll(nurse.actor());

        assertThat(told(nurse)).extracting(Notifications.Told::read).containsExactly(true);
        assertThat(told(colleague)).extracting(Notifications.Told::read).containsExactly(false);
    }

    @Test
    void anothersMessageCannotBePutAway() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var analyst = given.person("ANALYST", icb);
        tell(nurse, new Addressee.Person(icb.id(), nurse.actor().account()), LATE);
        var id = told(nurse).getFirst().id();

        assertThatThrownBy(() -> notifications.dismiss(analyst.actor(), id)).isInstanceOf(HiddenException.class);
    }

    private boolean tell(Given.Person by, Addressee to, Message message) {
        return work.write(by.actor().scope(), () -> notifications.tell(to, message));
    }

    private List<Notifications.Told> told(Given.Person to) {
        return work.read(to.actor().scope(), () -> notifications.toldTo(to.actor()));
    }
}
