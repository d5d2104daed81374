package uk.goldenthread.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.Extensions;
import uk.goldenthread.actions.model.Extensions.Approver;
import uk.goldenthread.actions.store.ActionFiles;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.database.Changes;
import uk.goldenthread.imports.RowChange;

/// Makes the changes of a file that was approved, with the story, the ledger and the event of each,
/// and takes them back.
@Component
class FileChanges {
    private final ActionStore store;
    private final ActionWrites writes;
    private final ActionFiles files;
    private final ActionRules rules;
    private final Story story;

    FileChanges(ActionStore store, ActionWrites writes, ActionFiles files, ActionRules rules, Story story) {
        this.store = store;
        this.writes = writes;
        this.files = files;
        this.rules = rules;
        this.story = story;
    }

    /// The actions of these changes, locked in order.
    List<Action> locked(Actor actor, List<RowChange> wanted) {
        return store.lock(
                actor.icb(),
                wanted.stream().map(change -> Long.valueOf(change.key())).toList());
    }

    /// Why this person may not move the dates that the changes move.
    List<String> refusals(Actor actor, List<RowChange> wanted) {
        var actions = byId(locked(actor, wanted));
        var why = new ArrayList<String>();
        for (var change : wanted) {
            var action = actions.get(Long.valueOf(change.key()));
            var after = change.after();
            if (action == null
                    || after == null
                    || !ActionImportTarget.due(after).isAfter(action.timing().due())) {
                continue;
            }
            if (!actor.may(Permission.ACTION_EXTEND)) {
                why.add("%s: somebody who decides on later dates has to approve this."
                        .formatted(action.plan().title()));
            }
            var approver = new Approver(actor.organisation(), actor.may(Permission.ACTION_CLOSE));
            Extensions.refusals(action, approver, "", rules.limits())
                    .forEach(reason -> why.add("%s: %s".formatted(action.plan().title(), reason.message())));
        }
        return why;
    }

    /// Makes them; each was checked to hold still.
    ///
    /// @param back whether they are the inverse ones, which take back what a file moved
    void make(Actor actor, List<RowChange> wanted, String words, boolean back) {
        var actions = byId(locked(actor, wanted));
        for (var change : wanted) {
            make(actor, Objects.requireNonNull(actions.get(Long.valueOf(change.key()))), change, words, back);
        }
    }

    private void make(Actor actor, Action action, RowChange wanted, String words, boolean back) {
        var after = Objects.requireNonNull(wanted.after());
        var by = story.by(actor);
        var due = ActionImportTarget.due(after);
        var change = Changes.none()
                .set("theme", ActionImportTarget.theme(after))
                .set("priority", ActionImportTarget.priority(after));
        if (!due.equals(action.timing().due())) {
            if (back) {
                files.takeBack(action, by.at());
            } else {
                writes.extension(
                        action, by, due, ActionImportTarget.reason(after).strip(), true, null);
            }
            change.set("due_on", due).set("extensions", action.timing().extensions() + (back ? -1 : 1));
        }
        story.step(action, by, change, "IMPORTED", words);
    }

    private static Map<Long, Action> byId(List<Action> actions) {
        return actions.stream().collect(Collectors.toMap(Action::id, Function.identity()));
    }
}
