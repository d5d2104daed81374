package uk.goldenthread.papers.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.Papers;

/// Papers for programs.
@RestController
class PapersApi {
    private static final int LARGEST = 200;

    private final Papers papers;
    private final Freezing freezing;

    PapersApi(Papers papers, Freezing freezing) {
        this.papers = papers;
        this.freezing = freezing;
    }

    /// A page of papers.
    record PaperList(List<PaperLine> items, int total) {}

    /// One paper.
    ///
    /// @param frozenAt null until it is frozen
    record PaperLine(
            int id,
            String title,
            String committee,
            String period,
            LocalDate meetingOn,
            String state,
            @Nullable Instant frozenAt) {}

    @GetMapping("/api/v1/papers")
    @Needs(Permission.PAPER_VIEW)
    PaperList list(
            Actor acting,
            AsAt asAt,
            @RequestParam(defaultValue = "") String committee,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        var actor = acting.at(asAt);
        if (!actor.reachesWholeIcb()) {
            var published = freezing.published(actor).stream()
                    .map(each -> new PaperLine(
                            each.paper(),
                            each.title(),
                            each.committee(),
                            each.period(),
                            each.meetingOn(),
                            "FROZEN",
                            each.instant()))
                    .toList();
            return new PaperList(published, published.size());
        }
        var most = Math.clamp(size, 1, LARGEST);
        var found = papers.list(actor, committee, most, (Math.clamp(page, 1, 10_000) - 1) * most);
        return new PaperList(found.papers().stream().map(PapersApi::line).toList(), found.total());
    }

    /// The data of one paper: as frozen, or as the records stand; of the public edition for those who see
    /// no provider's
    /// rows.
    @GetMapping("/api/v1/papers/{id:[0-9]+}/data")
    @Needs(Permission.PAPER_VIEW)
    PaperData data(Actor acting, AsAt asAt, @PathVariable int id) {
        var actor = acting.at(asAt);
        return actor.reachesWholeIcb()
                ? freezing.data(actor, papers.find(actor, id))
                : freezing.publicEdition(actor, id).data();
    }

    private static PaperLine line(Kept kept) {
        var paper = kept.paper();
        return new PaperLine(
                paper.id(),
                paper.cover().title(),
                paper.occasion().committee(),
                paper.occasion().period().code(),
                paper.occasion().meetingOn(),
                paper.state(),
                paper instanceof Paper.Frozen frozen ? frozen.frozenAt() : null);
    }
}
