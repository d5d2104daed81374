package uk.goldenthread.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.evidence.service.LentDesk;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Evidence that another ICB keeps and that its owner lets this one look at.
@Controller
class LentController {
    private final LentDesk desk;

    LentController(LentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/evidence/lent/{lent:\\d+}")
    @Needs(Permission.EVIDENCE_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long lent) {
        var opened = desk.open(actor, asAt, lent);
        var item = opened.item();
        var page = new LentPage(item, opened.owner(), state(opened), facts(opened));
        return new ModelAndView("evidence/lentitem", Map.of("page", page));
    }

    private static String state(LentDesk.Opened opened) {
        var item = opened.item();
        if (item.held()) {
            return "It holds personal data, so it stays with %s. Ask them, or %s, if you need to see it."
                    .formatted(item.keeper(), opened.owner());
        }
        var closed = item.closedAt();
        if (closed != null) {
            return "The organisation shared it until %s. Its file opens no more.".formatted(Dates.day(closed));
        }
        var withdrawn = item.withdrawnAt();
        return withdrawn == null
                ? "As it stood on %s, when it was shared. It can be read and not changed here."
                        .formatted(Dates.day(item.lentAt()))
                : "Its owner withdrew it on %s, after it was shared.".formatted(Dates.day(withdrawn));
    }

    private static List<SummaryRow> facts(LentDesk.Opened opened) {
        var item = opened.item();
        return Stream.concat(
                        Stream.of(
                                SummaryRow.of("Whose evidence", opened.owner()),
                                SummaryRow.of("Kept with", item.keeper()),
                                SummaryRow.of("Supports", "Line " + item.line() + " of what was shared"),
                                SummaryRow.of("What it is", item.document().words()),
                                SummaryRow.of(
                                        "What it shows",
                                        item.kind().words() + ": " + item.kind().meaning()),
                                row("Time it covers", EvidenceWords.covers(item.coversFrom(), item.coversTo())),
                                SummaryRow.of("Received", Dates.day(item.receivedOn())),
                                SummaryRow.of("In date until", Dates.day(item.validUntil()))),
                        item.held() ? Stream.empty() : file(item))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<@Nullable SummaryRow> file(LentItem item) {
        return Stream.of(
                SummaryRow.of("File", "%s, %s".formatted(item.fileName(), EvidenceWords.size(item.bytes()))),
                SummaryRow.of("Version", "%d, the newest on %s".formatted(item.number(), Dates.day(item.lentAt()))),
                SummaryRow.of("Virus scan", item.scan().equals("CLEAN") ? "Nothing found" : "Not scanned"),
                SummaryRow.of("SHA-256", item.sha256()));
    }

    private static @Nullable SummaryRow row(String key, @Nullable String text) {
        return text == null ? null : SummaryRow.of(key, text);
    }

    @GetMapping("/evidence/lent/{lent:\\d+}/file")
    @Needs(Permission.EVIDENCE_VIEW)
    void file(Actor actor, @PathVariable long lent, HttpServletResponse response) throws IOException {
        var version = desk.file(actor, lent);
        FileAnswers.save(version, part -> desk.chunk(actor, version, part), response);
    }

    @GetMapping("/evidence/lent/{lent:\\d+}/shown")
    @Needs(Permission.EVIDENCE_VIEW)
    void shown(Actor actor, @PathVariable long lent, HttpServletResponse response) throws IOException {
        var version = desk.file(actor, lent);
        FileAnswers.show(version, part -> desk.chunk(actor, version, part), response);
    }
}
