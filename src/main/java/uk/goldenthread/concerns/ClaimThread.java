package uk.goldenthread.concerns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.model.CrossCheck;
import uk.goldenthread.concerns.model.Matter;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;

/// Hangs the signals of contradicted claims on the answers that claim it, and leads from such an answer to what still
/// contradicts it.
@Component
class ClaimThread implements ThreadSource {
    private static final String LINKS = """
            select w.id as answer, s.id as signal
            from jsonb_to_recordset(cast(:lines as jsonb)) as l(framework text, line text, series text)
            join signal s on s.icb = :icb and s.series = l.series
            join pub_answer w on w.icb = s.icb and w.organisation = s.organisation and w.framework = l.framework and w.code = l.line
                and w.submitted_at is not null
            where s.id = any (:signals::bigint[])
                or w.id = any (:answers::bigint[]) and s.holds and s.state <> 'CLOSED'
            order by s.id desc, w.id desc
            limit 100
            """;

    private final JdbcClient jdbc;
    private final String lines;

    ClaimThread(JdbcClient jdbc, JsonMapper json, CrossChecks checks) {
        this.jdbc = jdbc;
        this.lines = json.writeValueAsString(
                checks.all().stream().flatMap(ClaimThread::lines).toList());
    }

    private static java.util.stream.Stream<Map<String, String>> lines(CrossCheck check) {
        var series = Matter.CLAIM.series(check.code());
        return check.lines().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(line -> Map.of("framework", entry.getKey(), "line", line, "series", series)));
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        return List.of(); // signals and answers are told by others
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var signals = keys(of, "signal");
        var answers = keys(of, "answer");
        if ((signals.length == 0 && answers.length == 0) || !actor.may(Permission.SIGNAL_VIEW)) {
            return List.of();
        }
        var links = new ArrayList<ThreadLink>();
        jdbc.sql(LINKS)
                .param("icb", actor.icb())
                .param("lines", lines)
                .param("signals", signals)
                .param("answers", answers)
                .query(row -> {
                    links.add(new ThreadLink(
                            Reference.of("answer", row.getLong("answer")),
                            Reference.of("signal", row.getLong("signal"))));
                });
        return links;
    }

    static Long[] keys(Collection<Reference> of, String kind) {
        return of.stream()
                .filter(each -> each.kind().equals(kind) && each.key().matches("\\d{1,18}"))
                .map(each -> Long.valueOf(each.key()))
                .toArray(Long[]::new);
    }
}
