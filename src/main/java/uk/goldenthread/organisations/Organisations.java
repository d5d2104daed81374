package uk.goldenthread.organisations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.model.PostReading;
import uk.goldenthread.shell.view.Dates;

/// The directory as people use and keep it: finding, reading one entry, adding, correcting, relating, and ending one
/// organisation in favour of another.
@Service
public class Organisations {
    /// What two organisations can be to each other; the first two end the first of them.
    public static final List<String> RELATIONS =
            List.of("SUCCEEDED_BY", "MERGED_INTO", "PART_OF", "COMMISSIONED_BY", "HOSTED_BY", "IN_CLUSTER", "IN_AREA");

    private static final Set<String> ENDING = Set.of("SUCCEEDED_BY", "MERGED_INTO");
    private static final LocalDate ESTABLISHED = LocalDate.of(2022, 7, 1);

    private final Directory directory;
    private final DirectoryStore reading;
    private final OrganisationStore writing;
    private final StatutoryRoles roles;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;
    private final OrganisationKind.Kinds kinds = OrganisationKind.Kinds.load();

    Organisations(
            Directory directory,
            DirectoryStore reading,
            OrganisationStore writing,
            StatutoryRoles roles,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.directory = directory;
        this.reading = reading;
        this.writing = writing;
        this.roles = roles;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Open today, closed, or both.
    public enum Standing {
        OPEN,
        CLOSED,
        ALL
    }

    /// Which organisations to list.
    ///
    /// @param search part of a name, or the start of a code; null for all
    /// @param kind a kind's code; null for all
    /// @param ours only those of the acting ICB, and itself
    public record Filter(@Nullable String search, @Nullable String kind, Standing standing, boolean ours) {}

    /// One line of the list.
    public record Line(
            String code,
            String name,
            String kind,
            @Nullable String postcode,
            @Nullable String telephone,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed) {}

    /// @param total how many the filter lets through
    public record Found(List<Line> lines, int total) {}

    public Found find(Actor actor, Filter filter, AsAt asAt, int limit, int offset) {
        policy.require(actor, Permission.DIRECTORY_VIEW);
        var day = day(asAt);
        return work.read(
                actor.scope(),
                asAt.instant(),
                () -> new Found(
                        reading.list(filter, actor.icb(), day, limit, offset),
                        reading.count(filter, actor.icb(), day)));
    }

    /// The day a page is about: today, or that of the past instant it is asked for.
    public LocalDate day(AsAt asAt) {
        return LocalDate.ofInstant(instant(asAt), Dates.LONDON);
    }

    private Instant instant(AsAt asAt) {
        var past = asAt.instant();
        return past == null ? clock.instant() : past;
    }

    /// One entry with everything about it that the actor may see.
    ///
    /// @throws HiddenException when there is no such organisation
    public Entry entry(Actor actor, String code, AsAt asAt) {
        policy.require(actor, Permission.DIRECTORY_VIEW);
        return work.read(actor.scope(), asAt.instant(), () -> {
            var found = directory.byCode(code).orElseThrow(HiddenException::new);
            var contact = reading.contact(found.id());
            var memberships = reading.memberships(found.id());
            var holders = reading.holders(actor.icb(), found.id());
            return new Entry(
                    found,
                    contact.contact(),
                    contact.version(),
                    reading.names(
                            found.id(),
                            asAt.instant() == null ? Instant.now(clock).plusSeconds(60) : instant(asAt)),
                    memberships,
                    reading.relations(found.id()),
                    holders,
                    posts(actor, found, memberships, holders, day(asAt)));
        });
    }

    private List<PostReading> posts(
            Actor actor,
            Organisation organisation,
            List<Entry.Membership> memberships,
            List<Entry.Holder> holders,
            LocalDate day) {
        var since = organisation.id() == actor.icb()
                ? ESTABLISHED
                : memberships.stream()
                        .filter(m -> m.icb() == actor.icb() && (m.to() == null || m.to().isAfter(day)))
                        .map(Entry.Membership::from)
                        .findFirst()
                        .orElse(null);
        var mayKnow = actor.reachesWholeIcb() || organisation.id() == actor.organisation();
        if (since == null || !mayKnow) {
            return List.of();
        }
        var appointments = holders.stream().map(Entry.Holder::appointment).toList();
        return roles.of(organisation.kind()).stream()
                .filter(uk.goldenthread.organisations.model.StatutoryRole::mandatory)
                .map(role -> PostReading.of(role, appointments, since, day, roles.limits()))
                .toList();
    }

    /// What is kept of an organisation.
    ///
    /// @param kind a code of `catalogue/organisation-kinds.yaml`
    public record Details(
            String code,
            String name,
            String kind,
            String address,
            String postcode,
            String telephone,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed) {}

    /// Adds an organisation. A provider or practice belongs to the acting ICB from its opening.
    public Outcome<String> add(Actor actor, Details details) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.DIRECTORY_EDIT, Resource.ofIcb(actor.icb()));
            var wrong = wrong(details);
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            if (!writing.add(details)) {
                return Outcome.refused(
                        List.of(Reason.house("code", "There is already an organisation with this code")));
            }
            var group = kinds.find(details.kind()).orElseThrow().group();
            if (group == OrganisationKind.Group.PROVIDER || group == OrganisationKind.Group.PRACTICE) {
                var from = details.opened() == null || details.opened().isBefore(ESTABLISHED)
                        ? ESTABLISHED
                        : details.opened();
                writing.join(actor.icb(), details.code(), from);
            }
            ledger.record("ORGANISATION_ADDED", "organisation/" + details.code());
            return Outcome.accepted(details.code());
        });
    }

    /// Corrects an entry.
    ///
    /// @param version as the person saw it
    public Outcome<String> change(Actor actor, Details details, int version) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.DIRECTORY_EDIT, Resource.ofIcb(actor.icb()));
            var found = directory.byCode(details.code()).orElseThrow(HiddenException::new);
            var wrong = new ArrayList<>(wrong(details));
            othersEntry(actor, found).ifPresent(wrong::add);
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            writing.change(details, version);
            ledger.record("ORGANISATION_CHANGED", "organisation/" + details.code(), Map.of("version", version + 1));
            return Outcome.accepted(details.code());
        });
    }

    private List<Reason> wrong(Details details) {
        var wrong = new ArrayList<Reason>();
        if (!details.code().matches("[A-Z0-9][A-Z0-9-]{1,11}")) {
            wrong.add(Reason.house("code", "Enter a code of 2 to 12 capital letters, figures and hyphens"));
        }
        if (details.name().isBlank() || details.name().length() > 200) {
            wrong.add(Reason.house("name", "Enter a name of at most 200 characters"));
        }
        if (kinds.find(details.kind()).isEmpty()) {
            wrong.add(Reason.house("kind", "Choose what kind of organisation it is"));
        }
        if (details.opened() != null
                && details.closed() != null
                && details.closed().isBefore(details.opened())) {
            wrong.add(Reason.house("closed", "The day it closed cannot be before the day it opened"));
        }
        return wrong;
    }

    private java.util.Optional<Reason> othersEntry(Actor actor, Organisation organisation) {
        var open = reading.memberships(organisation.id()).stream()
                .filter(membership -> membership.to() == null)
                .toList();
        var ours = open.isEmpty() || open.stream().anyMatch(membership -> membership.icb() == actor.icb());
        return ours
                ? java.util.Optional.empty()
                : java.util.Optional.of(Reason.house(
                        "", "%s keeps this entry".formatted(open.getFirst().icbName())));
    }

    /// That one organisation is something to another from a day on. A successor or merger also closes the first on the
    /// day
    /// before and hands its ICBs on to the second.
    public Outcome<String> relate(Actor actor, String code, String type, String other, LocalDate on) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.DIRECTORY_EDIT, Resource.ofIcb(actor.icb()));
            var from = directory.byCode(code).orElseThrow(HiddenException::new);
            var to = directory.byCode(other);
            var wrong = new ArrayList<Reason>();
            if (!RELATIONS.contains(type)) {
                wrong.add(Reason.house("type", "Choose what it is to the other organisation"));
            }
            if (to.isEmpty() || to.get().id() == from.id()) {
                wrong.add(Reason.house("other", "Enter the code of another organisation in the directory"));
            }
            othersEntry(actor, from).ifPresent(wrong::add);
            if (!wrong.isEmpty() || to.isEmpty()) {
                return Outcome.refused(wrong);
            }
            if (ENDING.contains(type)) {
                writing.succeed(from.id(), to.get().id(), type, on);
            } else {
                writing.link(from.id(), to.get().id(), type, on);
            }
            ledger.record("ORGANISATION_RELATED", "organisation/" + code, Map.of("type", type, "to", other));
            return Outcome.accepted(code);
        });
    }
}
