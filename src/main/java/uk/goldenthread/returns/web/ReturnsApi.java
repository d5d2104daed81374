package uk.goldenthread.returns.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.ReturnConflict;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.ReturnReading;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.Typed;
import uk.goldenthread.returns.model.ReturnState;

/// Returns for other programs. A write carries `If-Match` with the version it rests on.
@RestController
class ReturnsApi {
    private static final int MOST = 500;

    private final ReturnReading reading;
    private final Returns returns;
    private final ReturnOpening opening;

    ReturnsApi(ReturnReading reading, Returns returns, ReturnOpening opening) {
        this.reading = reading;
        this.returns = returns;
        this.opening = opening;
    }

    /// A line of the list.
    record Item(
            long id,
            String organisationCode,
            String organisation,
            String period,
            String state,
            LocalDate dueOn,
            @Nullable Instant submittedAt,
            boolean changedSinceApproval,
            int version) {}

    /// A page of the list.
    record Items(List<Item> items, int total, int page, int size) {}

    /// One figure, as it is and as it is sent. Figures are sent as numbers or as text.
    record Line(
            String kpi,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            String narrative,
            String confidence,
            String state,
            String question,
            int revision) {}

    /// A whole return.
    record Answer(
            long id,
            String organisationCode,
            String period,
            String state,
            LocalDate dueOn,
            boolean changedSinceApproval,
            int version,
            List<Line> lines) {}

    /// What is sent for one figure: a field left out stays as it is.
    record SentLine(
            @Nullable String kpi,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String value,
            @Nullable String narrative,
            @Nullable String confidence,
            @Nullable String confirmed) {
        static SentLine of(Typed typed) {
            return new SentLine(
                    typed.kpi(),
                    typed.numerator(),
                    typed.denominator(),
                    typed.value(),
                    typed.narrative(),
                    typed.confidence(),
                    typed.confirmed());
        }

        Typed typed() {
            return new Typed(
                    Objects.requireNonNull(kpi), numerator, denominator, value, narrative, confidence, confirmed);
        }
    }

    /// What is sent.
    record Sent(@Nullable List<@Nullable SentLine> lines) {}

    /// The period to open.
    record Open(@Nullable String period) {}

    @GetMapping("/api/v1/returns")
    @Needs(Permission.RETURN_VIEW)
    Items list(Actor actor, AsAt asAt, @RequestParam Map<String, String> asked) {
        var address = ListAddress.of(asked);
        var size = Math.min(MOST, asked.containsKey("size") ? ListAddress.number(asked.get("size")) : 50);
        var listed = reading.list(
                actor,
                asAt.instant(),
                new ReturnReading.Wanted(
                        address.organisation(),
                        address.period(),
                        address.kind(),
                        address.state(),
                        address.mark(),
                        address.order(),
                        address.page(),
                        size,
                        false));
        var items = listed.rows().stream()
                .map(row -> new Item(
                        row.id(),
                        row.code(),
                        row.name(),
                        row.period().code(),
                        row.state(),
                        row.dueOn(),
                        row.submittedAt(),
                        row.changedSinceApproval(),
                        row.version()))
                .toList();
        return new Items(items, listed.counts().shown(), address.page(), size);
    }

    /// Opens the returns of a period. Sending it again opens nothing twice.
    @PostMapping("/api/v1/returns")
    @Needs(Permission.RETURN_QUERY)
    ResponseEntity<?> open(Actor actor, @RequestBody Open open) {
        var period = open.period() == null ? null : Period.find(open.period()).orElse(null);
        if (period == null) {
            return ApiAnswers.refused(List.of(Reason.house("period", "Give a period such as 2026-09 or 2026-27-Q2.")));
        }
        return switch (opening.open(actor, period)) {
            case Outcome.Accepted<Integer>(var opened) ->
                ResponseEntity.ok(Map.of("period", period.code(), "opened", opened));
            case Outcome.Refused<Integer>(var reasons) -> ApiAnswers.refused(reasons);
        };
    }

    @GetMapping("/api/v1/returns/{id}")
    @Needs(Permission.RETURN_VIEW)
    ResponseEntity<Answer> show(Actor actor, AsAt asAt, @PathVariable long id) {
        return answer(actor, asAt, id);
    }

    @PutMapping("/api/v1/returns/{id}")
    @Needs(Permission.RETURN_ENTER)
    ResponseEntity<?> save(
            Actor actor,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Sent sent) {
        var seen = ApiAnswers.ifMatch(version);
        if (seen.isEmpty()) {
            return ApiAnswers.versionWanted();
        }
        List<@Nullable SentLine> lines = sent.lines() == null ? List.of() : sent.lines();
        if (!lines.stream().allMatch(line -> line != null && line.kpi() != null)) {
            return ApiAnswers.refused(List.of(Reason.house("lines", "Give each line its kpi, such as K01.")));
        }
        var typed =
                lines.stream().map(line -> Objects.requireNonNull(line).typed()).toList();
        try {
            var base = Returns.Base.ifMatch(seen.get());
            return switch (returns.save(actor, id, base, typed)) {
                case Outcome.Accepted<Returns.Saved> _ -> answer(actor, AsAt.PRESENT, id);
                case Outcome.Refused<Returns.Saved>(var reasons) -> ApiAnswers.refused(reasons);
            };
        } catch (ReturnConflict conflict) {
            return ApiAnswers.conflict("return", conflict.version(), conflict.fields());
        }
    }

    @PostMapping("/api/v1/returns/{id}/submit")
    @Needs(Permission.RETURN_SUBMIT)
    ResponseEntity<?> submit(Actor actor, @PathVariable long id) {
        return switch (returns.submit(actor, id)) {
            case Outcome.Accepted<ReturnState> _ -> answer(actor, AsAt.PRESENT, id);
            case Outcome.Refused<ReturnState>(var reasons) -> ApiAnswers.refused(reasons);
        };
    }

    private ResponseEntity<Answer> answer(Actor actor, AsAt asAt, long id) {
        var given = reading.given(actor, asAt.instant(), id);
        var header = given.header();
        var lines = given.lines().stream()
                .map(line -> new Line(
                        line.kpi(),
                        line.answer().numerator(),
                        line.answer().denominator(),
                        line.answer().value(),
                        line.answer().narrative(),
                        line.answer().confidence(),
                        line.state().name(),
                        line.question(),
                        line.revision()))
                .toList();
        return ResponseEntity.ok()
                .eTag("\"" + header.version() + "\"")
                .body(new Answer(
                        id,
                        header.organisationCode(),
                        header.period().code(),
                        ReturnPages.name(header.state()),
                        header.dueOn(),
                        header.changedSinceApproval(),
                        header.version(),
                        lines));
    }
}
