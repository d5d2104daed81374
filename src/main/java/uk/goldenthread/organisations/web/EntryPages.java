package uk.goldenthread.organisations.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.organisations.Entry;
import uk.goldenthread.organisations.Organisations;
import uk.goldenthread.organisations.StatutoryRoles;
import uk.goldenthread.organisations.model.Appointment;
import uk.goldenthread.organisations.model.PostReading;
import uk.goldenthread.organisations.model.StatutoryRole;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Puts the page of one organisation together.
@Component
class EntryPages {
    private final Organisations organisations;
    private final StatutoryRoles roles;
    private final OrganisationKind.Kinds kinds = OrganisationKind.Kinds.load();

    EntryPages(Organisations organisations, StatutoryRoles roles) {
        this.organisations = organisations;
        this.roles = roles;
    }

    /// `?asAt=...` for the links of a page that shows the past; empty for today.
    static String asAt(AsAt asAt) {
        return asAt.isPast() ? "?asAt=" + asAt.instant() : "";
    }

    EntryPage page(Actor actor, String code, AsAt asAt, @Nullable String problem) {
        var entry = organisations.entry(actor, code, asAt);
        var day = organisations.day(asAt);
        var ours = entry.organisation().id() == actor.icb()
                || entry.memberships().stream().anyMatch(m -> m.icb() == actor.icb());
        var mayAppoint = !asAt.isPast()
                && ours
                && actor.may(Permission.PEOPLE_EDIT)
                && (actor.reachesWholeIcb() || entry.organisation().id() == actor.organisation());
        return new EntryPage(
                entry.organisation().code(),
                entry.organisation().name(),
                state(entry, day),
                "/directory" + asAt(asAt),
                facts(entry),
                names(entry),
                entry.memberships().stream()
                        .map(m -> "%s, %s".formatted(m.icbName(), dates(m.from(), m.to())))
                        .toList(),
                entry.relations().stream()
                        .map(r -> new EntryPage.Relation(
                                r.words(), "/directory/" + r.code() + asAt(asAt), r.name(), dates(r.from(), r.to())))
                        .toList(),
                entry.posts().stream().map(EntryPages::post).toList(),
                entry.holders().stream()
                        .map(holder -> holder(holder, day, mayAppoint))
                        .toList(),
                !asAt.isPast() && actor.may(Permission.DIRECTORY_EDIT),
                mayAppoint,
                problem);
    }

    private String state(Entry entry, LocalDate day) {
        var organisation = entry.organisation();
        var kind = kinds.find(organisation.kind()).map(OrganisationKind::name).orElse(organisation.kind());
        var closed = organisation.closed();
        var standing = closed != null && closed.isBefore(day)
                ? "Closed on %s.".formatted(Dates.day(closed))
                : entry.contact().registerStatus().equals("DORMANT") ? "Dormant in the register." : "Open.";
        var icbs = entry.memberships().stream()
                .filter(m -> !day.isBefore(m.from()) && (m.to() == null || day.isBefore(m.to())))
                .map(Entry.Membership::icbName)
                .collect(Collectors.joining(", "));
        var assured = icbs.isEmpty() ? "" : " Assured by %s.".formatted(icbs);
        return "%s. %s%s".formatted(kind, standing, assured);
    }

    private static List<SummaryRow> facts(Entry entry) {
        var contact = entry.contact();
        var place = Stream.of(contact.address(), contact.postcode())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Code", entry.organisation().code()));
        rows.add(SummaryRow.of("Address", place.isEmpty() ? "Not known" : place));
        rows.add(SummaryRow.of("Telephone", contact.telephone() == null ? "Not known" : contact.telephone()));
        var opened = entry.organisation().opened();
        rows.add(SummaryRow.of("Opened", opened == null ? "Not known" : Dates.day(opened)));
        if (entry.organisation().closed() != null) {
            rows.add(SummaryRow.of("Last day", Dates.day(entry.organisation().closed())));
        }
        return rows;
    }

    private static List<String> names(Entry entry) {
        return entry.names().size() < 2
                ? List.of()
                : entry.names().stream()
                        .map(name -> "%s, in this record since %s".formatted(name.name(), Dates.moment(name.since())))
                        .toList();
    }

    private static String dates(LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? "from " + Dates.day(from)
                : "from %s until %s".formatted(Dates.day(from), Dates.day(to.minusDays(1)));
    }

    private static EntryPage.Post post(PostReading reading) {
        var role = reading.role().name();
        return switch (reading) {
            case PostReading.Filled filled ->
                new EntryPage.Post(
                        role,
                        "Filled",
                        "GREEN",
                        filled.holders().stream().map(Appointment::person).collect(Collectors.joining(", ")));
            case PostReading.Vacant vacant ->
                new EntryPage.Post(
                        role,
                        "Vacant",
                        reading.concern() == PostReading.Concern.RED ? "RED" : "YELLOW",
                        "Since %s, %d days%s. %s"
                                .formatted(
                                        Dates.day(vacant.since()),
                                        vacant.days(),
                                        vacant.critical() ? ", without cover" : "",
                                        reading.role().source()));
        };
    }

    private EntryPage.Holder holder(Entry.Holder holder, LocalDate day, boolean mayEnd) {
        var appointment = holder.appointment();
        var type =
                switch (appointment.type()) {
                    case SUBSTANTIVE -> "";
                    case ACTING -> "acting, ";
                    case COVER -> "cover, ";
                };
        var reach = Stream.of(holder.email(), holder.telephone())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        var wte = holder.wte() == null ? "" : "%s whole-time, ".formatted(holder.wte());
        return new EntryPage.Holder(
                holder.id(),
                roles.find(appointment.role()).map(StatutoryRole::name).orElse(appointment.role()),
                appointment.person(),
                reach,
                type + wte + dates(appointment.from(), appointment.to()),
                appointment.holdsOn(day),
                mayEnd && appointment.to() == null);
    }
}
