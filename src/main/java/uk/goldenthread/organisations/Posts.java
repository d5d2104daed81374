package uk.goldenthread.organisations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.Turns;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.model.Appointment;

/// Who holds which post: appointing and ending. A provider keeps its own posts, the ICB its own and any provider's.
@Service
public class Posts {
    private static final Clause APART = new Clause(
            "BR-ROLE-3", "Intercollegiate documents: named and designated posts are held by different people");
    private static final BigDecimal MOST = new BigDecimal("2");

    private final Directory directory;
    private final DirectoryStore reading;
    private final OrganisationStore writing;
    private final StatutoryRoles roles;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Turns turns;

    Posts(
            Directory directory,
            DirectoryStore reading,
            OrganisationStore writing,
            StatutoryRoles roles,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Turns turns) {
        this.directory = directory;
        this.reading = reading;
        this.writing = writing;
        this.roles = roles;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.turns = turns;
    }

    /// Someone to be put in a post. Work details only.
    ///
    /// @param wte whole-time equivalent, above 0 and at most 2; null where not said
    public record NewHolder(
            String role,
            String person,
            String email,
            String telephone,
            @Nullable BigDecimal wte,
            Appointment.Type type,
            LocalDate from) {}

    /// The ICB itself, or an organisation that it assures: nobody keeps the posts of others.
    private Organisation concerned(Actor actor, String code) {
        return directory
                .byCode(code)
                .filter(o -> o.id() == actor.icb())
                .or(() -> directory.assuredBy(actor.icb(), code))
                .orElseThrow(HiddenException::new);
    }

    public Outcome<String> appoint(Actor actor, String code, NewHolder holder) {
        return work.write(actor.scope(), () -> {
            var organisation = concerned(actor, code);
            require(actor, organisation);
            turns.await("posts/" + organisation.id());
            var wrong = wrong(actor, organisation, holder);
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            writing.appoint(actor.icb(), organisation.id(), holder);
            ledger.record("POST_FILLED", "organisation/" + code, Map.of("role", holder.role()));
            return Outcome.accepted(code);
        });
    }

    private void require(Actor actor, Organisation organisation) {
        policy.require(actor, Permission.PEOPLE_EDIT, Resource.of(actor.icb(), organisation.id()));
        var ours = organisation.id() == actor.icb()
                || reading.memberships(organisation.id()).stream().anyMatch(m -> m.icb() == actor.icb());
        if (!ours) {
            throw new HiddenException();
        }
    }

    private List<Reason> wrong(Actor actor, Organisation organisation, NewHolder holder) {
        var wrong = new ArrayList<Reason>();
        var role = roles.find(holder.role()).filter(r -> r.appliesTo().contains(organisation.kind()));
        if (role.isEmpty()) {
            wrong.add(Reason.house("role", "Choose a post that this kind of organisation has"));
        }
        if (holder.person().isBlank() || holder.person().length() > 120) {
            wrong.add(Reason.house("person", "Enter the person's name"));
        }
        if (!holder.email().isBlank() && !holder.email().matches("[^@\\s]{1,100}@[^@\\s]{1,99}")) {
            wrong.add(Reason.house("email", "Enter a work e-mail address like name@example.nhs.uk"));
        }
        if (holder.telephone().length() > 40) {
            wrong.add(Reason.house("telephone", "Enter a telephone number of at most 40 characters"));
        }
        if (holder.wte() != null && (holder.wte().signum() <= 0 || holder.wte().compareTo(MOST) > 0)) {
            wrong.add(Reason.house("wte", "Enter a number above 0 and at most 2, such as 0.6"));
        }
        role.ifPresent(r -> {
            for (var held : heldToo(actor, organisation, holder)) {
                if (held.role().equals(r.code())) {
                    wrong.add(Reason.house("person", "%s holds this post already".formatted(held.person())));
                } else if (r.incompatibleWith().contains(held.role())) {
                    wrong.add(apart(held));
                }
            }
        });
        return wrong;
    }

    /// The posts that the person holds here already on the first day or later.
    private List<Appointment> heldToo(Actor actor, Organisation organisation, NewHolder holder) {
        return reading.holders(actor.icb(), organisation.id()).stream()
                .map(Entry.Holder::appointment)
                .filter(held ->
                        held.person().strip().equalsIgnoreCase(holder.person().strip()))
                .filter(held -> held.to() == null || held.to().isAfter(holder.from()))
                .toList();
    }

    private Reason apart(Appointment held) {
        return new Reason(
                "person",
                "%s already holds %s, which the same person should not hold as well"
                        .formatted(
                                held.person(),
                                roles.find(held.role())
                                        .map(other -> other.name())
                                        .orElse(held.role())),
                APART);
    }

    /// Ends an appointment: `on` is the first day on which the person no longer holds the post.
    public Outcome<String> end(Actor actor, String code, int id, LocalDate on) {
        return work.write(actor.scope(), () -> {
            var organisation = concerned(actor, code);
            require(actor, organisation);
            var holder = reading.holder(actor.icb(), organisation.id(), id).orElseThrow(HiddenException::new);
            if (!on.isAfter(holder.appointment().from())) {
                return Outcome.refused(List.of(Reason.house("on", "The end must be after the start")));
            }
            writing.end(actor.icb(), organisation.id(), holder, on);
            ledger.record(
                    "POST_ENDED",
                    "organisation/" + code,
                    Map.of("role", holder.appointment().role()));
            return Outcome.accepted(code);
        });
    }
}
