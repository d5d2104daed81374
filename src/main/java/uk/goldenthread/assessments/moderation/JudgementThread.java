package uk.goldenthread.assessments.moderation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.assessments.store.JudgementStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Judgements on the thread: each hangs on the answer it is of.
@Component
class JudgementThread implements ThreadSource {
    private static final String KIND = "judgement";

    private final JudgementStore store;
    private final Editions editions;

    JudgementThread(JudgementStore store, Editions editions) {
        this.store = store;
        this.editions = editions;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var ids = numbers(of, KIND);
        return ids.isEmpty() || !actor.may(Permission.ASSESSMENT_VIEW)
                ? List.of()
                : store.ofNumbers(actor.icb(), ids).stream()
                        .map(row -> node(actor.icb(), row))
                        .toList();
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var ids = numbers(of, KIND);
        var answers = numbers(of, "answer");
        if ((ids.isEmpty() && answers.isEmpty()) || !actor.may(Permission.ASSESSMENT_VIEW)) {
            return List.of();
        }
        return store.links(actor.icb(), ids, answers).stream()
                .map(link ->
                        new ThreadLink(Reference.of("answer", link.answer()), Reference.of(KIND, link.judgement())))
                .toList();
    }

    private static List<Long> numbers(Collection<Reference> of, String kind) {
        return of.stream()
                .filter(each -> each.kind().equals(kind))
                .map(Reference::id)
                .toList();
    }

    private ThreadNode node(int icb, JudgementStore.Row row) {
        var agreed = row.stage().equals("ACCEPTED") && !row.accepted().equals(row.value());
        var sentence = "%s, %s: claimed %s, judged %s%s"
                .formatted(
                        row.organisation(),
                        row.code(),
                        words(icb, row, row.claimed()),
                        words(icb, row, row.value()),
                        agreed ? ", agreed " + words(icb, row, row.accepted()) : "");
        return new ThreadNode(
                Reference.of(KIND, row.id()),
                ThreadStage.JUDGEMENT,
                sentence,
                LocalDate.ofInstant(row.at(), Dates.LONDON),
                page(icb, row));
    }

    private String page(int icb, JudgementStore.Row row) {
        return editions.edition(icb, row.framework(), row.edition()).standards().stream()
                .filter(standard -> standard.criteria().stream()
                        .anyMatch(criterion -> criterion.code().equals(row.code())))
                .findFirst()
                .map(standard ->
                        "/assessments/%d/moderate/%s#%s".formatted(row.assessment(), standard.code(), row.code()))
                .orElse("/assessments/%d/moderate".formatted(row.assessment()));
    }

    private String words(int icb, JudgementStore.Row row, String value) {
        return editions.edition(icb, row.framework(), row.edition())
                .criterion(row.code())
                .map(criterion -> Words.value(criterion.rated(), value).toLowerCase(Locale.UK))
                .orElse(value);
    }
}
