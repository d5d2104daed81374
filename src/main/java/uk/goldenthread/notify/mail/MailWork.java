package uk.goldenthread.notify.mail;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;

/// Tells whoever administers accounts when mail does not go.
@Component
class MailWork implements WorkSource {
    private static final String WHY = "You administer the system";

    private final MailStanding standing;

    MailWork(MailStanding standing) {
        this.standing = standing;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        if (!actor.may(Permission.ACCOUNT_ADMINISTER) || actor.demonstration()) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        if (!standing.isSetUp()) {
            items.add(item("Mail is not set up: nobody is written to", actor));
        }
        var givenUp = standing.givenUp(actor.icb());
        if (givenUp > 0) {
            items.add(item(givenUp == 1 ? "One mail could not be sent" : givenUp + " mails could not be sent", actor));
        }
        return items;
    }

    private static WorkItem item(String what, Actor actor) {
        return new WorkItem("Mail", what, actor.icbName(), null, WHY, "/notifications/mail");
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        return List.of();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        return List.of();
    }
}
