package uk.goldenthread.actions.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionReading;
import uk.goldenthread.actions.model.States;

/// Actions for other programs.
@RestController
class ActionsApi {
    private static final int MOST = 500;

    private final ActionReading reading;

    ActionsApi(ActionReading reading) {
        this.reading = reading;
    }

    /// A line of the list.
    record Item(
            long id,
            String organisationCode,
            String organisation,
            String title,
            String theme,
            String priority,
            boolean critical,
            String owner,
            String state,
            LocalDate dueOn,
            LocalDate originalDueOn,
            int extensions,
            long daysOverdue,
            boolean stalled,
            Instant updatedAt,
            int version) {}

    /// A page of the list.
    ///
    /// @param after what to ask the next page with besides its number, which then begins just after this
    ///     one; null on the last page, and in an order that has none
    record Items(
            List<Item> items,
            long total,
            int page,
            int size,
            @Nullable String after) {}

    /// A step of an action's story.
    record Step(Instant at, String step, String words) {}

    /// A whole action.
    record Answer(
            long id,
            String organisationCode,
            String title,
            String outcome,
            String measure,
            List<String> expects,
            String theme,
            String priority,
            String state,
            LocalDate dueOn,
            LocalDate originalDueOn,
            int extensions,
            @Nullable LocalDate embedCheckOn,
            @Nullable String minute,
            List<String> sources,
            List<Step> steps,
            int version) {}

    @GetMapping("/api/v1/actions")
    @Needs(Permission.ACTION_VIEW)
    Items list(Actor actor, AsAt asAt, @RequestParam Map<String, String> asked) {
        var address = ListAddress.of(asked);
        var size = Math.min(MOST, ListAddress.number(asked.get("size"), 50));
        var listed = reading.list(actor, asAt, address.wanted(actor, address.page(), size));
        var more = address.order().goesOn() && (long) address.page() * size < listed.total();
        return new Items(
                listed.lines().stream().map(ActionsApi::item).toList(),
                listed.total(),
                address.page(),
                size,
                more && !listed.lines().isEmpty()
                        ? ListAddress.after(listed.lines().getLast().row())
                        : null);
    }

    private static Item item(ActionReading.Line line) {
        var row = line.row();
        return new Item(
                row.id(),
                row.code(),
                row.name(),
                row.title(),
                row.theme(),
                row.priority(),
                row.critical(),
                row.ownerName(),
                States.name(row.state()),
                row.due(),
                row.originalDue(),
                row.extensions(),
                line.standing().daysOverdue(),
                line.standing().stalled(),
                row.updatedAt(),
                row.version());
    }

    @GetMapping("/api/v1/actions/{id:\\d+}")
    @Needs(Permission.ACTION_VIEW)
    Answer one(Actor actor, AsAt asAt, @PathVariable long id) {
        var whole = reading.whole(actor, asAt, id);
        var action = whole.action();
        return new Answer(
                id,
                action.organisationCode(),
                action.plan().title(),
                action.plan().outcome(),
                action.plan().measure(),
                action.plan().expects().stream().map(Enum::name).sorted().toList(),
                action.plan().theme(),
                action.plan().priority().name(),
                States.name(action.state()),
                action.timing().due(),
                action.timing().original(),
                action.timing().extensions(),
                action.progress().embedCheckOn(),
                action.progress().minute(),
                whole.sources().stream()
                        .map(source -> source.reference().toString())
                        .toList(),
                whole.steps().stream()
                        .map(step -> new Step(step.at(), step.step(), step.words()))
                        .toList(),
                action.version());
    }
}
