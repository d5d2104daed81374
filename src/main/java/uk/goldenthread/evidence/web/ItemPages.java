package uk.goldenthread.evidence.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Decision;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.Claim;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.service.EvidenceDesk;
import uk.goldenthread.evidence.service.EvidenceDesk.Opened;
import uk.goldenthread.evidence.service.EvidenceSettings;
import uk.goldenthread.evidence.store.ClaimStore.Link;
import uk.goldenthread.evidence.store.FileStore.Version;
import uk.goldenthread.evidence.web.ItemPage.Supported;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Makes the page of one item.
@Component
class ItemPages {
    private final EvidenceDesk desk;
    private final EvidenceSettings settings;
    private final AccessPolicy policy;

    ItemPages(EvidenceDesk desk, EvidenceSettings settings, AccessPolicy policy) {
        this.desk = desk;
        this.settings = settings;
        this.policy = policy;
    }

    /// What was typed in a form that was refused.
    record Typed(DateParts reviewOn, String why, FieldErrors errors) {
        static final Typed NOTHING = new Typed(DateParts.BLANK, "", FieldErrors.NONE);
    }

    Opened opened(Actor actor, AsAt asAt, long id) {
        return desk.open(actor, asAt, id);
    }

    ItemPage of(Actor actor, AsAt asAt, long id, Typed typed) {
        var opened = opened(actor, asAt, id);
        var item = opened.item();
        var resource = Resource.of(opened.kept().icb(), item.organisation());
        var why = policy.decide(actor, Permission.EVIDENCE_ADD, resource) instanceof Decision.Refused(var said)
                ? said
                : null;
        boolean mayKeep = why == null && !asAt.isPast() && !item.withdrawn();
        return new ItemPage(
                item,
                opened.owner().name(),
                state(opened),
                facts(opened),
                opened.links().stream()
                        .map(link -> supported(opened, link, mayKeep))
                        .filter(Objects::nonNull)
                        .toList(),
                List.of(
                        Column.text("File"),
                        Column.text("Given"),
                        Column.figures("Size"),
                        Column.text("Virus scan"),
                        Column.text("SHA-256")),
                opened.versions().stream().map(version -> row(opened, version)).toList(),
                mayKeep,
                why,
                item.document() == DocumentKind.POLICY,
                typed.reviewOn(),
                typed.why(),
                opened.kept().version(),
                typed.errors());
    }

    private String state(Opened opened) {
        var kept = opened.kept();
        var item = kept.item();
        if (kept.withdrawnAt() != null && kept.withdrawnBy() != null) {
            return "Withdrawn by %s on %s: %s"
                    .formatted(opened.name(kept.withdrawnBy()), Dates.day(kept.withdrawnAt()), kept.withdrawnWhy());
        }
        var restricted = item.restricted() ? " It holds personal data: your view is recorded." : "";
        return "%s, %s.%s"
                .formatted(
                        EvidenceWords.standing(item, settings.today()),
                        kept.basis().words(),
                        restricted);
    }

    private List<SummaryRow> facts(Opened opened) {
        var kept = opened.kept();
        var item = kept.item();
        var covers = EvidenceWords.covers(item);
        return Stream.of(
                        SummaryRow.of("Whose evidence", opened.owner().name()),
                        SummaryRow.of("What it is", item.document().words()),
                        SummaryRow.of(
                                "What it shows",
                                item.kind().words() + ": " + item.kind().meaning()),
                        SummaryRow.of("Time it covers", covers == null ? "No stated time" : covers),
                        SummaryRow.of(
                                "Received",
                                Dates.moment(kept.receivedAt()) + ", given by " + opened.name(kept.givenBy())),
                        kept.confirmedAt() == null || kept.confirmedBy() == null
                                ? null
                                : SummaryRow.of(
                                        "Confirmed",
                                        Dates.day(kept.confirmedAt()) + " by " + opened.name(kept.confirmedBy())),
                        SummaryRow.of(
                                "Personal data",
                                item.restricted() ? "Yes: in the restricted store" : "Declared to hold none"))
                .filter(Objects::nonNull)
                .toList();
    }

    /// Null for what the person may not see: nothing says that it is there.
    private @Nullable Supported supported(Opened opened, Link link, boolean mayKeep) {
        Claim claim = opened.claims().get(Reference.parse(link.subject()));
        if (claim == null) {
            return null;
        }
        var how = (link.carriedFrom() == null ? "Linked on " : "Carried forward on ") + Dates.day(link.at());
        return new Supported(link.subject(), claim.words(), claim.href(), how, mayKeep && claim.open());
    }

    private static List<Cell> row(Opened opened, Version version) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.naming(
                version.fileName(), "/evidence/%d/versions/%d/file".formatted(version.evidence(), version.number())));
        cells.add(Cell.of(Dates.day(version.at()) + " by " + opened.name(version.givenBy())));
        cells.add(Cell.of(EvidenceWords.size(version.bytes())));
        cells.add(Cell.of(version.scan().equals("CLEAN") ? "Nothing found" : "Not scanned"));
        cells.add(Cell.of(version.sha256()).styled("gt-token"));
        return cells;
    }
}
