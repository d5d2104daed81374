package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds answers by their numbers, for whatever names them. Called inside a unit of work.
@Component
public class AnswerClaimStore {
    private static final String BY_NUMBER = """
            select w.id, w.organisation, o.name, w.assessment, w.code, w.value, w.decision, w.source, w.source_answer,
                w.answered_at, a.kind, a.light, a.state, r.name as round_name, r.framework, r.edition
            from answer w
            join assessment a on a.id = w.assessment
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = w.organisation
            where w.icb = :icb and w.id = any (:ids)
            order by w.id
            """;

    private final JdbcClient jdbc;

    public AnswerClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An answer with what its name needs.
    ///
    /// @param toConfirm whether it was brought forward and not confirmed
    /// @param sourceAnswer the answer it was copied from; 0 for none
    public record Named(
            long id,
            int organisation,
            String organisationName,
            long assessment,
            String code,
            String value,
            boolean toConfirm,
            long sourceAnswer,
            java.time.@org.jspecify.annotations.Nullable Instant answeredAt,
            String kind,
            boolean light,
            String state,
            String round,
            String framework,
            String edition) {
        /// Whether the provider may still change it.
        public boolean isOpen() {
            return state.equals("ISSUED") || state.equals("IN_PROGRESS") || state.equals("RETURNED");
        }
    }

    /// Those of the answers that the running unit of work may see.
    public List<Named> named(int icb, Collection<Long> ids) {
        return jdbc.sql(BY_NUMBER)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query(AnswerClaimStore::named)
                .list();
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        return new Named(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("name"),
                row.getLong("assessment"),
                row.getString("code"),
                row.getString("value"),
                row.getString("source").equals("CARRIED")
                        && row.getString("decision").equals("NONE"),
                row.getLong("source_answer"),
                RoundStore.instant(row.getTimestamp("answered_at")),
                row.getString("kind"),
                row.getBoolean("light"),
                row.getString("state"),
                row.getString("round_name"),
                row.getString("framework"),
                row.getString("edition"));
    }
}
