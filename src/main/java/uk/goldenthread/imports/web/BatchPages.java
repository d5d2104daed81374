package uk.goldenthread.imports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.imports.Batch;
import uk.goldenthread.imports.BatchLine;
import uk.goldenthread.imports.BatchState;
import uk.goldenthread.imports.Decisions;
import uk.goldenthread.imports.ImportTarget;
import uk.goldenthread.imports.ImportTargets;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.Verdict;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Figures;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;
import uk.goldenthread.shell.view.Dates;

/// Puts the page of one import together.
@Component
class BatchPages {
    static final int SIZE = 50;

    private final Imports imports;
    private final Decisions decisions;
    private final ImportTargets targets;

    BatchPages(Imports imports, Decisions decisions, ImportTargets targets) {
        this.imports = imports;
        this.decisions = decisions;
        this.targets = targets;
    }

    /// What the page is asked for.
    ///
    /// @param verdict null for every line that is not the same as what is known
    record Asked(long id, @Nullable Verdict verdict, String search, int page, AsAt asAt) {}

    BatchPage page(Actor actor, Asked asked, @Nullable String reason, FieldErrors errors) {
        var batch = imports.batch(actor, asked.id(), asked.asAt());
        var target = targets.find(batch.kind()).orElseThrow();
        var lines = imports.lines(
                actor,
                asked.id(),
                new Imports.LineFilter(
                        asked.verdict(), asked.search().isBlank() ? null : asked.search(), asked.page(), SIZE),
                asked.asAt());
        var reading = batch.state() == BatchState.READING;
        var now = !asked.asAt().isPast();
        var pages = PageLinks.of(asked.page(), SIZE, lines.total(), number -> address(asked, asked.verdict(), number));
        return new BatchPage(
                batch.id(),
                batch.version(),
                batch.fileName(),
                target.name(),
                state(actor, batch),
                reading && now && imports.isBeingRead(batch.id()),
                now && (batch.state() == BatchState.FAILED || (reading && !imports.isBeingRead(batch.id()))),
                actions(actor, batch, target, now, reason),
                batch.notes(),
                counts(batch, asked),
                batch.ignored().entrySet().stream()
                        .map(entry -> "%s rows %s.".formatted(Figures.whole(entry.getValue()), entry.getKey()))
                        .toList(),
                filter(asked),
                lines.lines().stream()
                        .map(line -> line(line, target, batch.state() == BatchState.REVIEW))
                        .toList(),
                lines.total(),
                pages,
                facts(batch),
                errors);
    }

    private BatchPage.Actions actions(
            Actor actor, Batch batch, ImportTarget target, boolean now, @Nullable String reason) {
        var review = now && batch.state() == BatchState.REVIEW;
        var mayApprove = actor.may(target.approve());
        var another = review && mayApprove ? decisions.mustBeAnother(actor, batch) : null;
        var whyNot = review && batch.effects() == 0
                ? "No line of this file can be taken in. Put it aside, mend the file and upload it again."
                : review && !mayApprove ? decisions.whoApproves(actor, batch) : another;
        return new BatchPage.Actions(
                review && mayApprove && another == null && batch.effects() > 0 ? promise(batch, target) : null,
                whyNot,
                review,
                review && (mayApprove || batch.uploaded().account() == actor.account()),
                now && batch.state() == BatchState.APPROVED && mayApprove,
                batch.count(Verdict.REJECTED) > 0,
                reason);
    }

    /// What approving will do, said before the button.
    private static String promise(Batch batch, ImportTarget target) {
        var parts = new ArrayList<String>();
        add(parts, "add", batch.count(Verdict.NEW), target);
        add(parts, "change", batch.count(Verdict.CHANGED), target);
        add(parts, "close", batch.count(Verdict.CLOSED), target);
        var rest =
                batch.count(Verdict.AMBIGUOUS) == 0 ? "" : ", and do what was chosen on the lines that need a choice";
        var rejected = batch.count(Verdict.REJECTED) == 0
                ? ""
                : " Rows that cannot be used (%s) change nothing."
                        .formatted(Figures.whole(batch.count(Verdict.REJECTED)));
        var does = parts.isEmpty() ? "do what was chosen" : String.join(", ", parts) + rest;
        return "Approving will %s; lines left out stay as they are. It can be taken back until something later changes them.%s"
                .formatted(does, rejected);
    }

    private static void add(List<String> parts, String verb, int count, ImportTarget target) {
        if (count > 0) {
            parts.add("%s %s %s".formatted(verb, Figures.whole(count), target.records(count)));
        }
    }

    /// What an import would do or did, in few words.
    static String would(Batch batch) {
        var words = List.of(Verdict.NEW, Verdict.CHANGED, Verdict.CLOSED, Verdict.AMBIGUOUS, Verdict.REJECTED).stream()
                .filter(verdict -> batch.count(verdict) > 0)
                .map(verdict -> Figures.whole(batch.count(verdict)) + " "
                        + verdict.words().toLowerCase(Locale.UK))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "Nothing to change" : words;
    }

    private String state(Actor actor, Batch batch) {
        return switch (batch.state()) {
            case READING -> "Being compared with what is known. You may leave this page and come back.";
            case FAILED -> String.valueOf(batch.failure());
            case UNCHANGED ->
                imports.approvedBefore(actor, batch)
                        .map(id ->
                                "Nothing to change: exactly this file was approved before, as import %d.".formatted(id))
                        .orElse("Nothing to change: the file says what is known already.");
            case REVIEW ->
                "Waits for a decision: %s. Nothing has been changed yet."
                        .formatted(would(batch).toLowerCase(Locale.UK));
            case APPROVED, REJECTED, UNDONE -> decided(batch);
        };
    }

    private static String decided(Batch batch) {
        var decision = java.util.Objects.requireNonNull(batch.decision());
        var when = Dates.moment(decision.by().at());
        if (batch.state() == BatchState.REJECTED) {
            return "Put aside by %s on %s. Nothing was changed."
                    .formatted(decision.by().name(), when);
        }
        var approved = "Approved by %s on %s%s."
                .formatted(
                        decision.by().name(),
                        when,
                        decision.alone() ? ", who had also uploaded it because nobody else could approve it" : "");
        var undoing = batch.undoing();
        return undoing == null
                ? approved
                : "%s Taken back by %s on %s: %s"
                        .formatted(approved, undoing.byName(), Dates.moment(undoing.at()), undoing.reason());
    }

    private static List<String> facts(Batch batch) {
        return List.of(
                "Uploaded by %s on %s."
                        .formatted(
                                batch.uploaded().name(),
                                Dates.moment(batch.uploaded().at())),
                "%s bytes, SHA-256 %s. The file is kept as evidence."
                        .formatted(Figures.whole(batch.size()), batch.sha256()));
    }

    private static List<BatchPage.Count> counts(Batch batch, Asked asked) {
        return List.of(Verdict.values()).stream()
                .map(verdict -> new BatchPage.Count(
                        verdict.words(),
                        Figures.whole(batch.count(verdict)),
                        batch.count(verdict) == 0 ? null : address(asked, verdict, 1),
                        verdict == asked.verdict()))
                .toList();
    }

    private static BatchPage.Filter filter(Asked asked) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "All"));
        for (var verdict : Verdict.values()) {
            options.add(Option.of(verdict.name(), verdict.words()));
        }
        var whole = address(asked, asked.verdict(), asked.page());
        return new BatchPage.Filter(
                options,
                asked.verdict() == null ? "" : asked.verdict().name(),
                asked.search(),
                whole.substring(whole.indexOf('?')));
    }

    static String address(Asked asked, @Nullable Verdict verdict, int page) {
        var uri = UriComponentsBuilder.fromPath("/imports/" + asked.id()).queryParam("page", page);
        if (verdict != null) {
            uri.queryParam("verdict", verdict.name());
        }
        if (!asked.search().isBlank()) {
            uri.queryParam("search", asked.search());
        }
        if (asked.asAt().isPast()) {
            uri.queryParam("asAt", String.valueOf(asked.asAt().instant()));
        }
        return uri.encode().toUriString();
    }

    private static BatchPage.Line line(BatchLine line, ImportTarget target, boolean review) {
        var acts =
                line.verdict() == Verdict.NEW || line.verdict() == Verdict.CHANGED || line.verdict() == Verdict.CLOSED;
        return new BatchPage.Line(
                line.line(),
                line.row() == 0 ? "" : "Row " + line.row(),
                line.label().isEmpty() ? "Row " + line.row() : line.label(),
                line.verdict().words(),
                tone(line.verdict()),
                acts && !line.takes(),
                review && acts,
                Differences.of(line, target.fields()),
                line.reason(),
                line.options(),
                line.chosen(),
                line.problems());
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case REJECTED -> "RED";
            case AMBIGUOUS -> "YELLOW";
            case CLOSED -> "ORANGE";
            case CHANGED -> "BLUE";
            case NEW -> "GREEN";
            case IDENTICAL -> "GREY";
        };
    }
}
