package uk.goldenthread.papers.service;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.notify.News;
import uk.goldenthread.notify.NewsSource;
import uk.goldenthread.papers.model.Words;
import uk.goldenthread.papers.store.FreezeStore;

/// Frozen papers as news: who writes none reads the newest first; who sees no single provider's rows is told
/// of public editions.
@Component
class PaperNews implements NewsSource {
    private final FreezeStore freezes;
    private final PaperChoices choices;

    PaperNews(FreezeStore freezes, PaperChoices choices) {
        this.freezes = freezes;
        this.choices = choices;
    }

    @Override
    public List<News> latest(Actor actor) {
        if (!actor.may(Permission.PAPER_VIEW)) {
            return List.of();
        }
        var frozen = actor.reachesWholeIcb() ? freezes.latest(actor.icb()) : freezes.latestPublic(actor.icb());
        return frozen.stream().map(each -> told(actor, each)).toList();
    }

    private News told(Actor actor, FreezeStore.Titled paper) {
        var sentence = "%s, the paper for the %s of %s, was frozen"
                .formatted(
                        paper.title(),
                        PaperChoices.words(choices.committees(), paper.committee()),
                        Words.day(paper.meetingOn()));
        return new News(
                paper.instant(), sentence, "/papers/%d/read".formatted(paper.paper()), !Papers.worksOnPapers(actor));
    }
}
