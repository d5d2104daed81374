package uk.goldenthread.assessments.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.components.Option;

/// Makes the lines of an assessment's pages.
final class Lines {
    private static final int MOST_RADIOS = 7;

    private final Actor actor;
    private final LocalDate today;
    private final Reading.Whole whole;
    private final boolean editable;
    private final String back;
    private final Map<String, String> typed;
    private final List<String> missing;

    /// @param back the page that evidence and actions lead back to
    /// @param typed what a refused form held
    Lines(Actor actor, LocalDate today, Reading.Whole whole, boolean editable, String back, Map<String, String> typed) {
        this.actor = actor;
        this.today = today;
        this.whole = whole;
        this.editable = editable;
        this.back = back;
        this.typed = typed;
        this.missing = whole.missing().stream().map(Reason::field).toList();
    }

    LinesPage.Line line(Question question) {
        var answer = whole.given().answer(question.code());
        var reference = Reference.of("answer", answer.id());
        var state = Words.standing(
                question, answer, missing.stream().anyMatch(field -> field.startsWith(answer.code() + ".")));
        var rated = question.kind() instanceof AnswerKind.Rated;
        var options = options(question.kind());
        return new LinesPage.Line(
                answer.code(),
                question.text(),
                rated,
                input(question.kind(), options),
                options,
                typed.getOrDefault(answer.code() + ".value", answer.value()),
                Words.value(question, answer.value()),
                typed.getOrDefault(answer.code() + ".words", answer.words()),
                typed.getOrDefault(answer.code() + ".reason", answer.reason()),
                previous(question, answer),
                previousWords(answer),
                from(answer),
                answer.isToConfirm(),
                state,
                tone(state),
                whole.items().getOrDefault(reference, List.of()),
                whole.from() == null ? List.of() : whole.from().behind(answer.code()),
                whole.actions().getOrDefault(reference, List.of()),
                editable && rated && actor.may(Permission.EVIDENCE_ADD)
                        ? besides("/evidence/new", reference, answer)
                        : null,
                editable && rated && actor.may(Permission.ACTION_WORK)
                        ? besides("/actions/new", reference, answer)
                        : null,
                actor.may(Permission.THREAD_VIEW) && !answer.value().isEmpty() ? "/thread?of=" + reference : null,
                today,
                isFull(question.kind(), answer) && !isEvidenced(answer, reference));
    }

    private String besides(String path, Reference reference, Answer answer) {
        return "%s?for=%s&back=%s".formatted(path, encoded(reference.toString()), encoded(back + "#" + answer.code()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private @org.jspecify.annotations.Nullable String previous(Question question, Answer answer) {
        var earlier = whole.earlier().get(answer.code());
        var before = whole.before();
        if (earlier == null || before == null || earlier.value().isEmpty()) {
            return null;
        }
        return "%s (%s)"
                .formatted(
                        Words.value(question, earlier.value()), before.round().name());
    }

    private String previousWords(Answer answer) {
        var earlier = whole.earlier().get(answer.code());
        return earlier == null || earlier.words().equals(answer.words()) ? "" : earlier.words();
    }

    private static @org.jspecify.annotations.Nullable String from(Answer answer) {
        var words = answer.origin().words();
        var later = answer.decision() == Answer.Decision.CHANGED ? ", changed since" : "";
        return switch (answer.origin().kind()) {
            case TYPED -> null;
            case MAPPED -> "From " + words + later;
            case SHARED -> "Shared from " + words + later;
            case CARRIED ->
                switch (answer.decision()) {
                    case NONE -> "Brought forward from " + words + ". It does not count until you confirm it.";
                    case STILL_TRUE -> "Brought forward from " + words + ", still true";
                    case CHANGED -> "Brought forward from " + words + later;
                    case GONE -> "What " + words + " said no longer holds";
                };
        };
    }

    /// As it was found on the day of handing in; until then, as it is today.
    private boolean isEvidenced(Answer answer, Reference reference) {
        var found = answer.evidenced();
        return (found == null || !whole.header().state().isHandedIn())
                ? whole.items().getOrDefault(reference, List.of()).stream().anyMatch(item -> item.isInDate(today))
                : found;
    }

    private static boolean isFull(AnswerKind kind, Answer answer) {
        return kind instanceof AnswerKind.Rated(var scale)
                && answer.value().equals(scale.full().code());
    }

    /// The answers offered; empty where the answer is typed.
    static List<Option> options(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Rated(var scale) -> rated(scale);
            case AnswerKind.YesNo _ -> List.of(Option.of("YES", "Yes"), Option.of("NO", "No"));
            case AnswerKind.Choice(var choices) ->
                choices.stream().map(choice -> Option.of(choice, choice)).toList();
            case AnswerKind.Words _, AnswerKind.Decimal _, AnswerKind.Day _ -> List.of();
        };
    }

    /// The best first, and last that it does not apply.
    private static List<Option> rated(RatingScale scale) {
        var options = scale.points().reversed().stream()
                .map(point -> Option.of(point.code(), point.label(), Words.meaning(scale, point)))
                .collect(Collectors.toCollection(ArrayList::new));
        options.add(Option.of(AnswerKind.NA, "Does not apply"));
        return options;
    }

    private static String input(AnswerKind kind, List<Option> options) {
        if (options.isEmpty()) {
            return kind instanceof AnswerKind.Words ? "textarea" : "input";
        }
        return options.size() > MOST_RADIOS ? "select" : "radios";
    }

    static String tone(String state) {
        return switch (state) {
            case "Needs something" -> "ORANGE";
            case "To confirm" -> "PURPLE";
            case "Answered" -> "GREEN";
            case "To answer" -> "BLUE";
            default -> "GREY";
        };
    }
}
