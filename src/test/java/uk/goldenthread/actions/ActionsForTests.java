package uk.goldenthread.actions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.evidence.model.Validity;
import uk.goldenthread.evidence.store.EvidenceStore;
import uk.goldenthread.evidence.store.FileStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.support.Given;

/// Proposes actions, gives evidence for them, and looks into them.
@Component
public class ActionsForTests {
    private final UnitOfWork work;
    private final ActionRegister register;
    private final Actions actions;
    private final ActionStore store;
    private final ActionRules rules;
    private final EvidenceStore items;
    private final FileStore files;
    private final EvidenceLibrary shelf;
    private final JdbcClient jdbc;

    ActionsForTests(
            UnitOfWork work,
            ActionRegister register,
            Actions actions,
            ActionStore store,
            ActionRules rules,
            EvidenceStore items,
            FileStore files,
            EvidenceLibrary shelf,
            JdbcClient jdbc) {
        this.work = work;
        this.register = register;
        this.actions = actions;
        this.store = store;
        this.rules = rules;
        this.items = items;
        this.files = files;
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    /// An action that expects evidence of practice, due in 60 days.
    public NewAction wanted(Given.Organisation organisation, String title, Reference... sources) {
        return new NewAction(
                organisation.id(),
                title,
                "Every child who is not brought is followed up",
                "Audit of twenty records a quarter",
                "CHILDREN",
                Priority.HIGH,
                false,
                Set.of(Proof.PRACTICE, Proof.OUTCOME),
                rules.today().plusDays(60),
                null,
                List.of(sources));
    }

    public long propose(Given.Person by, Given.Organisation organisation, String title, Reference... sources) {
        return register.propose(by.actor(), wanted(organisation, title, sources))
                .orElseThrow();
    }

    /// Proposed by the nurse, accepted and begun by the provider's professional, who owns it.
    public long underWay(Given.Person nurse, Given.Person named, Given.Organisation organisation, String title) {
        long id = propose(nurse, organisation, title);
        actions.accept(named.actor(), id, named.actor().account(), "").orElseThrow();
        actions.update(named.actor(), id, "The audit tool is agreed").orElseThrow();
        return id;
    }

    /// Gives evidence of that class for the action.
    public long evidence(Given.Person by, long action, EvidenceClass kind) {
        var actor = by.actor();
        return work.write(actor.scope(), () -> {
            var today = rules.today();
            var said = new EvidenceStore.Description(
                    "Audit of records",
                    kind,
                    DocumentKind.AUDIT,
                    today.minusDays(40),
                    today.minusDays(10),
                    new Validity(today.plusYears(1), Validity.Basis.DEFAULT));
            long id = items.add(actor, actor.organisation(), said, false, rules.now());
            var version = new FileStore.Version(
                    id,
                    1,
                    actor.icb(),
                    actor.organisation(),
                    "audit.txt",
                    "text/plain",
                    5,
                    "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                    "NOT_SCANNED",
                    false,
                    actor.account(),
                    rules.now());
            try {
                files.add(version, new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shelf.link(actor, id, Reference.of("action", action)).orElseThrow();
            return id;
        });
    }

    public Action find(Given.Person by, long id) {
        return work.read(
                by.actor().scope(), () -> store.find(by.actor().icb(), id).orElseThrow());
    }

    public List<String> steps(Given.Person by, long id) {
        return work.read(
                by.actor().scope(),
                () -> store.steps(by.actor().icb(), id).stream()
                        .map(ActionStore.Step::step)
                        .toList());
    }

    /// The database's own present: later than everything recorded so far.
    public java.time.Instant instant() {
        return work.read(
                uk.goldenthread.database.Scope.system(),
                () -> jdbc.sql("select clock_timestamp()")
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
    }
}
