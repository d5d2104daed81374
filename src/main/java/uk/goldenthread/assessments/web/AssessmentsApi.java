package uk.goldenthread.assessments.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.ApiAnswers;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Progress;
import uk.goldenthread.assessments.service.AnswerConflict;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.Lists;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.assessments.store.States;
import uk.goldenthread.kernel.outcome.Outcome;

/// Assessments for other programs. A write carries `If-Match` with the version it rests on.
@RestController
class AssessmentsApi {
    private static final int MOST = 500;

    private final Lists lists;
    private final Reading reading;
    private final Answering answering;

    AssessmentsApi(Lists lists, Reading reading, Answering answering) {
        this.lists = lists;
        this.reading = reading;
        this.answering = answering;
    }

    /// How far it has come.
    ///
    /// @param percentReconfirmed of what was brought forward; null when nothing was
    record Counts(
            int asked,
            int answered,
            int carried,
            int confirmed,
            int filled,
            @Nullable Integer percentReconfirmed) {
        static Counts of(Progress progress) {
            return new Counts(
                    progress.asked(),
                    progress.answered(),
                    progress.carried(),
                    progress.confirmed(),
                    progress.filled(),
                    progress.percentConfirmed());
        }
    }

    /// A line of the list.
    record Item(
            long id,
            long round,
            String roundName,
            String framework,
            String edition,
            String organisationCode,
            String organisation,
            String state,
            LocalDate dueOn,
            @Nullable Instant submittedAt,
            Counts progress,
            int version) {}

    /// A page of the list.
    record Items(List<Item> items, int total, int page, int size) {}

    /// One answer.
    record Line(
            long id,
            String code,
            String value,
            String words,
            String reason,
            String source,
            String from,
            boolean toConfirm,
            @Nullable Boolean evidenced) {}

    /// A whole assessment.
    record Whole(
            long id,
            String organisationCode,
            String round,
            String framework,
            String edition,
            String state,
            LocalDate dueOn,
            Counts progress,
            int version,
            List<Line> answers) {}

    /// What is sent for one question: a field left out stays as it is.
    record SentLine(
            @Nullable String code,
            @Nullable String value,
            @Nullable String words,
            @Nullable String reason) {
        Typed typed() {
            return new Typed(code == null ? "" : code, value, words, reason);
        }
    }

    /// What is sent.
    record Sent(@Nullable List<SentLine> answers) {}

    @GetMapping("/api/v1/assessments")
    @Needs(Permission.ASSESSMENT_VIEW)
    Items list(
            Actor actor,
            AsAt asAt,
            @RequestParam(required = false) @Nullable Long round,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        var shown = Math.clamp(size, 1, MOST);
        var number = Math.max(1, page);
        var found = lists.assessments(actor, asAt, round, number, shown);
        var items = found.rows().stream()
                .map(row -> new Item(
                        row.id(),
                        row.round(),
                        row.roundName(),
                        row.framework(),
                        row.edition(),
                        row.code(),
                        row.name(),
                        row.state(),
                        row.dueOn(),
                        row.submittedAt(),
                        Counts.of(row.progress()),
                        row.version()))
                .toList();
        return new Items(items, found.total(), number, shown);
    }

    @GetMapping("/api/v1/assessments/{id}")
    @Needs(Permission.ASSESSMENT_VIEW)
    ResponseEntity<Whole> show(Actor actor, AsAt asAt, @PathVariable long id) {
        var given = reading.given(actor, asAt, id);
        var header = given.header();
        var lines = given.answers().values().stream()
                .map(answer -> new Line(
                        answer.id(),
                        answer.code(),
                        answer.value(),
                        answer.words(),
                        answer.reason(),
                        answer.origin().kind().name(),
                        answer.origin().words(),
                        answer.isToConfirm(),
                        answer.evidenced()))
                .toList();
        return ResponseEntity.ok()
                .eTag("\"" + header.version() + "\"")
                .body(new Whole(
                        id,
                        header.organisationCode(),
                        header.round().name(),
                        header.round().framework(),
                        header.round().edition(),
                        States.name(header.state()),
                        header.dueOn(),
                        Counts.of(header.progress()),
                        header.version(),
                        lines));
    }

    /// Saves one answer or many, all or nothing.
    @PutMapping("/api/v1/assessments/{id}/answers")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ResponseEntity<?> save(
            Actor actor,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Sent sent) {
        var seen = ApiAnswers.ifMatch(version);
        if (seen.isEmpty()) {
            return ApiAnswers.versionWanted();
        }
        List<SentLine> lines = sent.answers() == null ? List.of() : sent.answers();
        try {
            var base = Base.ifMatch(seen.get());
            var typed = lines.stream().map(SentLine::typed).toList();
            return switch (answering.save(actor, id, base, typed)) {
                case Outcome.Accepted<Answering.Saved>(var saved) ->
                    ResponseEntity.ok()
                            .eTag("\"" + saved.version() + "\"")
                            .body(Map.of("id", id, "version", saved.version()));
                case Outcome.Refused<Answering.Saved>(var reasons) -> ApiAnswers.refused(reasons);
            };
        } catch (AnswerConflict conflict) {
            return ApiAnswers.conflict("assessment", conflict.version(), conflict.fields());
        }
    }
}
