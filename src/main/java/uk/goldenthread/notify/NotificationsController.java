package uk.goldenthread.notify;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;

/// Putting messages away. They are shown on Home.
@Controller
class NotificationsController {
    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    @PostMapping("/notifications/{id:\\d+}/dismiss")
    @Needs(Permission.ACCOUNT_OWN)
    String dismiss(Actor actor, @PathVariable long id) {
        notifications.dismiss(actor, id);
        return "redirect:/";
    }
}
