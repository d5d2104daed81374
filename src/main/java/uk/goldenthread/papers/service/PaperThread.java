package uk.goldenthread.papers.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Papers on the thread: each hangs on the measures that it reports and on what the points of its highlight
/// report rest on. A draft has told nobody anything yet: its own thread leads up, and nothing leads down to it.
@Component
class PaperThread implements ThreadSource {
    private static final String KIND = "paper";
    private static final Pattern ADDRESS = Pattern.compile("/papers/(\\d{1,9})(?:/read)?");
    private static final String NODES = """
            select p.id, p.committee, p.period, p.meeting_on, p.state = 'FROZEN' as frozen
            from paper p
            where p.icb = :icb and p.id = any (string_to_array(:ids, ',')::int[])
                and (p.state = 'FROZEN' or :works)
            """;
    /// Of the latest papers: a thread leads to what the committee was told lately, and a paper asked for by number.
    private static final String TOLD = """
            select t.paper, '/measures/' || (m ->> 'kpi') as address
            from told t, lateral jsonb_array_elements(t.data::jsonb -> 'measures') as m
            where (m ->> 'answered')::int > 0
            union
            select t.paper, '/measures/' || (m ->> 'kpi') || '/' || (s ->> 'code')
            from told t, lateral jsonb_array_elements(t.data::jsonb -> 'measures') as m,
                lateral jsonb_array_elements(m -> 'states') as s
            where (m ->> 'kpi') || ':' || (s ->> 'code') = any (string_to_array(:series, ','))
            union
            select t.paper, p.evidence
            from told t
            join paper_point p on p.paper = t.paper and p.removed_reason is null and p.evidence is not null
                and (not p.confidential or :works)
            """;
    private static final String LATEST = """
            with told as (
                select f.paper, f.data
                from paper_freeze f
                where f.icb = :icb
                order by f.instant desc
                limit 8)
            """ + TOLD;
    private static final String ASKED = """
            with told as (
                select p.id as paper, coalesce(f.data, '{"measures": []}') as data
                from paper p
                left join paper_freeze f on f.paper = p.id
                where p.icb = :icb and p.id = any (string_to_array(:ids, ',')::int[]))
            """ + TOLD;

    private final JdbcClient jdbc;
    private final PaperChoices choices;
    private final ObjectProvider<ThreadSource> sources;
    private final UnitOfWork work;

    PaperThread(JdbcClient jdbc, PaperChoices choices, ObjectProvider<ThreadSource> sources, UnitOfWork work) {
        this.work = work;
        this.jdbc = jdbc;
        this.choices = choices;
        this.sources = sources;
    }

    private static String numbers(Collection<Reference> of) {
        return String.join(
                ",",
                of.stream()
                        .filter(each -> each.kind().equals(KIND) && each.key().matches("\\d{1,9}"))
                        .map(Reference::key)
                        .toList());
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var ids = numbers(of);
        return ids.isEmpty() || !actor.may(Permission.PAPER_VIEW)
                ? List.of()
                : jdbc.sql(NODES)
                        .param("icb", actor.icb())
                        .param("ids", ids)
                        .param("works", Papers.worksOnPapers(actor))
                        .query((row, _) -> new ThreadNode(
                                Reference.of(KIND, row.getLong("id")),
                                ThreadStage.PAPER,
                                (row.getBoolean("frozen") ? "%s, paper for %s" : "%s, draft of a paper for %s")
                                        .formatted(
                                                PaperChoices.words(choices.committees(), row.getString("committee")),
                                                Period.parse(row.getString("period"))
                                                        .label()),
                                row.getObject("meeting_on", LocalDate.class),
                                "/papers/%d/read".formatted(row.getLong("id"))))
                        .list();
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        if (!actor.may(Permission.PAPER_VIEW)) {
            return List.of();
        }
        var series = of.stream()
                .filter(each -> each.kind().equals("measure"))
                .map(Reference::key)
                .collect(Collectors.joining(","));
        var ids = numbers(of);
        var others = of.stream().anyMatch(each -> !each.kind().equals(KIND));
        return Stream.concat(
                        ids.isEmpty() ? Stream.empty() : told(actor, ASKED, series, ids).stream(),
                        others
                                ? latest(actor, series).stream().filter(link -> of.contains(link.from()))
                                : Stream.empty())
                .toList();
    }

    /// Read once for all steps of a thread that ask about the same series, as those without any do.
    private List<ThreadLink> latest(Actor actor, String series) {
        var memory = work.running().orElseThrow().memory();
        return ((Latest) memory.computeIfAbsent(new Asked(series), _ -> new Latest(told(actor, LATEST, series, ""))))
                .links();
    }

    private record Asked(String series) {}

    private record Latest(List<ThreadLink> links) {}

    private List<ThreadLink> told(Actor actor, String sql, String series, String ids) {
        return jdbc
                .sql(sql)
                .param("icb", actor.icb())
                .param("works", Papers.worksOnPapers(actor))
                .param("series", series)
                .param("ids", ids)
                .query((row, _) -> new Told(row.getInt("paper"), row.getString("address")))
                .list()
                .stream()
                .flatMap(told -> at(told).stream())
                .toList();
    }

    private record Told(int paper, String address) {}

    private Optional<ThreadLink> at(Told told) {
        int query = told.address().indexOf('?');
        var path = query < 0 ? told.address() : told.address().substring(0, query);
        return sources.stream()
                .flatMap(source -> source.at(path).stream())
                .findFirst()
                .map(thing -> new ThreadLink(thing, Reference.of(KIND, told.paper())));
    }

    @Override
    public Optional<Reference> at(String path) {
        return Optional.of(ADDRESS.matcher(path))
                .filter(Matcher::matches)
                .map(found -> new Reference(KIND, found.group(1)));
    }
}
