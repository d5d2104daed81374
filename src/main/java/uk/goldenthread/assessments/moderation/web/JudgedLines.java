package uk.goldenthread.assessments.moderation.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.moderation.SideBySide.Side;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.components.Option;

/// Makes the lines of a side by side page.
final class JudgedLines {
    private final Actor actor;
    private final Side side;
    private final boolean atEvent;
    private final String address;
    private final Map<String, String> typed;

    /// @param typed what a refused form held
    JudgedLines(Actor actor, Side side, boolean atEvent, String address, Map<String, String> typed) {
        this.actor = actor;
        this.side = side;
        this.atEvent = atEvent;
        this.address = address;
        this.typed = typed;
    }

    ModeratePage.Line line(Criterion criterion) {
        var claim = side.whole().claim(criterion);
        var moderation = side.whole().moderations().get(criterion.code());
        var reference = Reference.of("answer", claim.id());
        var code = criterion.code();
        return new ModeratePage.Line(
                code,
                criterion.rated().text(),
                criterion.critical(),
                shown(criterion, claim.value()),
                claim.words(),
                claim.reason(),
                claim.origin().words().isEmpty()
                        ? null
                        : "From " + claim.origin().words(),
                Boolean.FALSE.equals(claim.evidenced())
                        && claim.value().equals(criterion.scale().full().code()),
                side.items().getOrDefault(reference, List.of()),
                side.from() == null ? List.of() : side.from().behind(code),
                side.actions().getOrDefault(reference, List.of()),
                previous(criterion),
                spread(criterion),
                survey(criterion),
                contradicted(criterion, claim),
                options(criterion),
                typed.getOrDefault(code + ".value", value(moderation)),
                typed.getOrDefault(code + ".words", words(moderation)),
                moderation == null || moderation.value().isEmpty() ? "" : shown(criterion, moderation.value()),
                moderation == null ? "" : moderation.words(),
                agreed(criterion, moderation),
                moderation == null ? "" : moderation.acceptedWords(),
                flag(criterion, claim, moderation),
                actor.may(Permission.ACTION_PROPOSE) ? action(reference, code) : null);
    }

    /// What the fields of the form hold by now.
    Map<String, String> now(List<Criterion> criteria) {
        var now = new LinkedHashMap<String, String>();
        for (var criterion : criteria) {
            var moderation = side.whole().moderations().get(criterion.code());
            now.put(criterion.code() + ".value", value(moderation));
            now.put(criterion.code() + ".words", words(moderation));
        }
        return now;
    }

    private String value(@Nullable Moderation moderation) {
        return moderation == null ? "" : atEvent ? moderation.settled() : moderation.value();
    }

    private String words(@Nullable Moderation moderation) {
        return moderation == null ? "" : atEvent ? moderation.acceptedWords() : moderation.words();
    }

    private static String agreed(Criterion criterion, @Nullable Moderation moderation) {
        var settled = moderation != null
                && (moderation.stage() == Moderation.Stage.ACCEPTED
                        || !moderation.accepted().isEmpty());
        return settled && moderation != null ? shown(criterion, moderation.settled()) : "";
    }

    static String shown(Criterion criterion, String value) {
        return value.isEmpty() ? "Not answered" : Words.value(criterion.rated(), value);
    }

    private @Nullable String previous(Criterion criterion) {
        var earlier = side.earlier();
        if (earlier == null) {
            return null;
        }
        var claim = earlier.answers().get(criterion.code());
        var before = earlier.criterion(criterion.code()).orElse(null);
        if (claim == null || before == null || claim.value().isEmpty()) {
            return null;
        }
        var judged = earlier.moderations().get(criterion.code());
        return "%s: claimed %s%s"
                .formatted(
                        earlier.header().round().name(),
                        lower(shown(before, claim.value())),
                        judged == null
                                ? ", not judged"
                                : (judged.stage() == Moderation.Stage.ACCEPTED ? ", agreed " : ", judged ")
                                        + lower(shown(before, judged.settled())));
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(java.util.Locale.UK) + words.substring(1);
    }

    private @Nullable String spread(Criterion criterion) {
        var counts = side.spread().get(criterion.code());
        if (counts == null) {
            return null;
        }
        var parts = new ArrayList<String>();
        for (var point : criterion.scale().points().reversed()) {
            var count = counts.get(point.code());
            if (count != null) {
                parts.add(count + " " + lower(point.label()));
            }
        }
        if (counts.containsKey(AnswerKind.NA)) {
            parts.add(counts.get(AnswerKind.NA) + " does not apply");
        }
        return String.join(", ", parts);
    }

    private List<String> survey(Criterion criterion) {
        return side.survey().stream()
                .filter(line ->
                        line.codes().contains(criterion.code()) && line.result().agree() != null)
                .map(line -> "%d%% of practitioners say yes: %s"
                        .formatted(line.result().agree(), line.question().text()))
                .toList();
    }

    private boolean contradicted(Criterion criterion, Answer claim) {
        var rating = uk.goldenthread.assessments.model.AnswerRules.rating(criterion.rated(), claim);
        var points = rating instanceof uk.goldenthread.assessments.model.Rating.Scored scored
                ? Integer.valueOf(scored.point().normalised())
                : null;
        return side.survey().stream()
                .anyMatch(line ->
                        line.codes().contains(criterion.code()) && line.result().contradicts(points, side.enough()));
    }

    private static List<Option> options(Criterion criterion) {
        var options = criterion.scale().points().reversed().stream()
                .map(point -> Option.of(point.code(), point.label()))
                .collect(Collectors.toCollection(ArrayList::new));
        options.add(Option.of(AnswerKind.NA, "Does not apply"));
        return options;
    }

    private static @Nullable String flag(Criterion criterion, Answer claim, @Nullable Moderation moderation) {
        if (moderation == null) {
            return null;
        }
        if (moderation.isOvertaken(claim)) {
            return "The provider changed its answer after this was judged (it was: %s). Judge it again."
                    .formatted(lower(shown(criterion, moderation.claimed())));
        }
        return moderation
                .variance(criterion, claim)
                .filter(variance -> variance.needsComment())
                .map(variance -> {
                    var points = variance.points();
                    return points == null
                            ? "Differs on whether it applies."
                            : "%d of 100 %s the claim.".formatted(Math.abs(points), points < 0 ? "below" : "above");
                })
                .orElse(null);
    }

    private String action(Reference reference, String code) {
        return "/actions/new?for=%s&back=%s".formatted(encoded(reference.toString()), encoded(address + "#" + code));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
