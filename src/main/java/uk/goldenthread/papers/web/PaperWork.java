package uk.goldenthread.papers.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Permission;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.Signature;
import uk.goldenthread.papers.service.PaperChoices;
import uk.goldenthread.papers.service.Papers;

/// Papers in a person's three lists: to write, to sign, to freeze, to read.
@Component
class PaperWork implements WorkSource {
    private static final int MOST = 50;
    private static final String KIND = "Papers";

    private final Papers papers;
    private final PaperChoices choices;

    PaperWork(Papers papers, PaperChoices choices) {
        this.papers = papers;
        this.choices = choices;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavigationEntry papersEntry() {
            return new NavigationEntry(60, "Papers", "/papers", Permission.PAPER_VIEW);
        }
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        return mine(actor)
                .filter(kept -> isNext(actor, kept.paper()))
                .map(kept -> item(kept, verb(kept.paper()), why(kept.paper())))
                .sorted(Comparator.comparing(WorkItem::by, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        return mine(actor)
                .filter(kept -> kept.paper().author() == actor.account()
                        && !(kept.paper() instanceof Paper.Frozen)
                        && !isNext(actor, kept.paper()))
                .map(kept -> item(kept, "Waiting", PaperSentences.state(kept.paper())))
                .toList();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        return mine(actor)
                .filter(kept -> kept.paper() instanceof Paper.Frozen
                        && (kept.paper().author() == actor.account()
                                || kept.paper().signatures().stream()
                                        .anyMatch(each -> each.account() == actor.account())))
                .map(kept -> item(kept, "Frozen", "You wrote or signed it"))
                .limit(10)
                .toList();
    }

    private java.util.stream.Stream<Kept> mine(Actor actor) {
        return Papers.worksOnPapers(actor) && actor.may(Permission.PAPER_VIEW)
                ? papers.list(actor, "", MOST, 0).papers().stream()
                : java.util.stream.Stream.empty();
    }

    private static boolean isNext(Actor actor, Paper paper) {
        var isAuthor = paper.author() == actor.account();
        return switch (paper) {
            case Paper.Draft _ -> isAuthor;
            case Paper.InReview review ->
                actor.may(Permission.PAPER_SIGN)
                        && !isAuthor
                        && review.signed().stream().noneMatch(each -> each.account() == actor.account())
                        && (review.next() == Signature.Step.EXECUTIVE)
                                == actor.roles().contains("ICB_EXECUTIVE_LEAD");
            case Paper.Signed _ -> actor.may(Permission.PAPER_FREEZE);
            case Paper.Frozen _ -> false;
        };
    }

    private static String verb(Paper paper) {
        return switch (paper) {
            case Paper.Draft _ -> "Write";
            case Paper.InReview _ -> "Sign";
            case Paper.Signed _ -> "Freeze";
            case Paper.Frozen _ -> "Read";
        };
    }

    private static String why(Paper paper) {
        return switch (paper) {
            case Paper.Draft _ -> "You are its author";
            case Paper.InReview review ->
                review.next() == Signature.Step.PROFESSIONAL
                        ? "It needs the signature of a colleague of its author"
                        : "It needs the executive lead's signature";
            case Paper.Signed _ -> "Everyone has signed it";
            case Paper.Frozen _ -> "It goes to the committee";
        };
    }

    private WorkItem item(Kept kept, String verb, String why) {
        var paper = kept.paper();
        return new WorkItem(
                KIND,
                verb + ": " + paper.cover().title(),
                PaperChoices.words(choices.committees(), paper.occasion().committee()),
                papers.dueOn(paper),
                why,
                "/papers/" + paper.id());
    }
}
