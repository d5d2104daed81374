package uk.goldenthread.intelligence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.intelligence.store.KnotStore;
import uk.goldenthread.intelligence.store.KnotStore.Asked;
import uk.goldenthread.intelligence.store.KnotStore.Knot;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.regulator.Grade;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Remarks and what the regulator published, on the thread: each hangs on the provider it is about. A
/// remark is only for people of the ICB who may read what is heard; what the regulator published is public,
/// and a provider sees its own.
@Component
class IntelligenceThread implements ThreadSource {
    private static final String REMARK = "intelligence";
    private static final String RATING = "regulator-rating";
    private static final String NOTICE = "regulator-notice";
    private static final String PROVIDER = "provider";
    private static final Pattern ADDRESS = Pattern.compile("/intelligence/(\\d{1,18})");
    private static final int SHOWN = 120;

    private final KnotStore store;

    IntelligenceThread(KnotStore store) {
        this.store = store;
    }

    private static boolean hears(Actor actor) {
        return actor.may(Permission.INTELLIGENCE_VIEW) && actor.reachesWholeIcb();
    }

    private List<Knot> knots(Actor actor, Collection<Reference> of, List<String> providers) {
        var asked = new Asked(
                hears(actor) ? numbers(of, REMARK) : List.of(), numbers(of, RATING), numbers(of, NOTICE), providers);
        return asked.isEmpty()
                ? List.of()
                : store.knots(actor.icb(), asked).stream()
                        .filter(knot -> hears(actor) || !knot.kind().equals(REMARK))
                        .toList();
    }

    private static List<Long> numbers(Collection<Reference> of, String kind) {
        return of.stream()
                .filter(each -> each.kind().equals(kind) && each.key().matches("\\d{1,18}"))
                .map(Reference::id)
                .toList();
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        return knots(actor, of, List.of()).stream()
                .map(knot -> node(knot, hears(actor)))
                .toList();
    }

    private static ThreadNode node(Knot knot, boolean opens) {
        return new ThreadNode(
                reference(knot),
                knot.kind().equals(REMARK) ? ThreadStage.FINDING : ThreadStage.JUDGEMENT,
                sentence(knot),
                knot.day(),
                !opens ? null : knot.kind().equals(REMARK) ? "/intelligence/" + knot.id() : "/intelligence/regulator");
    }

    private static String sentence(Knot knot) {
        var about = String.valueOf(knot.second());
        return switch (knot.kind()) {
            case REMARK ->
                "%s of %s was heard (%s): %s%s"
                        .formatted(
                                knot.praises() ? "Praise" : "A worry",
                                knot.name(),
                                HeardSource.valueOf(String.valueOf(knot.first()))
                                        .words(),
                                about.length() <= SHOWN
                                        ? about
                                        : about.substring(0, SHOWN).strip() + "…",
                                knot.ended() == null ? "" : " (counts no more)");
            case RATING ->
                "The Care Quality Commission rated %s: overall %s, safety %s"
                        .formatted(knot.name(), words(knot.first()), words(knot.second()));
            default ->
                "The Care Quality Commission served %s a warning notice: %s (%s)"
                        .formatted(knot.name(), about, knot.ended() == null ? "in force" : "lifted");
        };
    }

    private static String words(@Nullable String grade) {
        return grade == null ? "not rated" : Grade.valueOf(grade).words().toLowerCase(java.util.Locale.UK);
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var providers = of.stream()
                .filter(each -> each.kind().equals(PROVIDER))
                .map(Reference::key)
                .toList();
        return knots(actor, of, providers).stream()
                .map(knot -> new ThreadLink(new Reference(PROVIDER, knot.provider()), reference(knot)))
                .toList();
    }

    private static Reference reference(Knot knot) {
        return Reference.of(knot.kind(), knot.id());
    }

    @Override
    public Optional<Reference> at(String path) {
        return Optional.of(ADDRESS.matcher(path))
                .filter(Matcher::matches)
                .map(found -> new Reference(REMARK, found.group(1)));
    }
}
