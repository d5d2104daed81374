package uk.goldenthread.evidence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.model.Validity;

/// SQL that writes items of evidence.
@Repository
public class EvidenceStore {
    private static final String ADD = """
            insert into evidence (icb, organisation, title, kind, document, covers_from, covers_to, received_at, given_by,
                valid_until, valid_basis, personal_data)
            values (:icb, :organisation, :title, :kind, :document, :coversFrom, :coversTo, :at, :account, :validUntil,
                :basis, :personalData)
            returning id
            """;
    private static final String DESCRIBE = """
            update evidence
            set title = :title, kind = :kind, document = :document, covers_from = :coversFrom, covers_to = :coversTo,
                valid_until = :validUntil, valid_basis = :basis, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String CONFIRM = """
            update evidence
            set valid_until = :validUntil, valid_basis = :basis, confirmed_at = :at, confirmed_by = :account,
                version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String WITHDRAW = """
            update evidence
            set withdrawn_at = :at, withdrawn_by = :account, withdrawn_why = :why, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String NEXT_VERSION = """
            update evidence
            set latest = latest + 1, valid_until = :validUntil, valid_basis = :basis, covers_from = :coversFrom,
                covers_to = :coversTo, version = version + 1
            where id = :id and icb = :icb and version = :version
            returning latest
            """;
    private static final String RESTRICT = """
            update evidence set personal_data = true, version = version + 1
            where id = :id and icb = :icb and version = :version and not personal_data
            """;

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is said of an item.
    public record Description(
            String title,
            EvidenceClass kind,
            DocumentKind document,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            Validity validity) {}

    /// Adds an item without its file.
    ///
    /// @return its number
    public long add(Actor actor, int organisation, Description said, boolean personalData, Instant at) {
        return described(jdbc.sql(ADD), said)
                .param("icb", actor.icb())
                .param("organisation", organisation)
                .param("at", Timestamp.from(at))
                .param("account", actor.account())
                .param("personalData", personalData)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec described(JdbcClient.StatementSpec statement, Description said) {
        return valid(statement, said.validity())
                .param("title", said.title())
                .param("kind", said.kind().name())
                .param("document", said.document().name())
                .param("coversFrom", said.coversFrom(), java.sql.Types.DATE)
                .param("coversTo", said.coversTo(), java.sql.Types.DATE);
    }

    private static JdbcClient.StatementSpec valid(JdbcClient.StatementSpec statement, Validity validity) {
        return statement
                .param("validUntil", validity.until())
                .param("basis", validity.basis().name());
    }

    /// One stored item as it was read, for the next write.
    public record Place(int icb, long id, int version) {}

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void describe(Place place, Description said) {
        changed(place, described(jdbc.sql(DESCRIBE), said));
    }

    /// Notes that its owner says it still holds.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void confirm(Place place, int account, Validity validity, Instant at) {
        changed(
                place,
                valid(jdbc.sql(CONFIRM), validity).param("account", account).param("at", Timestamp.from(at)));
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void withdraw(Place place, int account, String why, Instant at) {
        changed(
                place,
                jdbc.sql(WITHDRAW).param("account", account).param("why", why).param("at", Timestamp.from(at)));
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void restrict(Place place) {
        changed(place, jdbc.sql(RESTRICT));
    }

    /// Makes room for a newer file.
    ///
    /// @return its number
    /// @throws OptimisticLockingFailureException when the item changed since it was read
    public int nextVersion(
            Place place, @Nullable LocalDate coversFrom, @Nullable LocalDate coversTo, Validity validity) {
        Optional<Integer> number = placed(place, valid(jdbc.sql(NEXT_VERSION), validity))
                .param("coversFrom", coversFrom, java.sql.Types.DATE)
                .param("coversTo", coversTo, java.sql.Types.DATE)
                .query(Integer.class)
                .optional();
        return number.orElseThrow(() -> changedMeanwhile(place));
    }

    private static void changed(Place place, JdbcClient.StatementSpec statement) {
        if (placed(place, statement).update() == 0) {
            throw changedMeanwhile(place);
        }
    }

    private static OptimisticLockingFailureException changedMeanwhile(Place place) {
        return new OptimisticLockingFailureException("evidence %d changed since it was read".formatted(place.id()));
    }

    private static JdbcClient.StatementSpec placed(Place place, JdbcClient.StatementSpec statement) {
        return statement.param("id", place.id()).param("icb", place.icb()).param("version", place.version());
    }
}
