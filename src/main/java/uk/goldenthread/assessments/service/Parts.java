package uk.goldenthread.assessments.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Colleagues;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RoleHolders.Holder;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Part;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.PartStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.shell.view.Dates;

/// One assessment split among colleagues: who shares it out leads, each colleague sees and answers their
/// own part, and
/// the lead joins the parts before it is handed in.
@Service
public class Parts {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final AssessmentRules rules;
    private final Notifications notifications;
    private final AssessmentStore store;
    private final AssessmentWrites writes;
    private final PartStore parts;
    private final Editions editions;
    private final Recording recording;
    private final Colleagues colleagues;

    Parts(Ground ground, Stores stores, Editions editions, Recording recording, Colleagues colleagues) {
        this.work = ground.work();
        this.policy = ground.policy();
        this.rules = ground.rules();
        this.notifications = ground.notifications();
        this.store = stores.assessments();
        this.writes = stores.writes();
        this.parts = stores.parts();
        this.editions = editions;
        this.recording = recording;
        this.colleagues = colleagues;
    }

    /// Which questions this person may see and answer: their own part's while they hold one that is apart,
    /// else all.
    Predicate<String> answerable(Actor actor, AssessmentHeader header, Editions.Asked asked) {
        var standards = ownStandards(actor, header);
        if (standards.isEmpty()) {
            return asked.questions()::containsKey;
        }
        var codes = asked.edition().standards().stream()
                .filter(standard -> standards.contains(standard.code()))
                .flatMap(standard -> standard.criteria().stream())
                .flatMap(Criterion::all)
                .map(Question::code)
                .collect(Collectors.toSet());
        return codes::contains;
    }

    /// The standards this person is held to; empty for all.
    Set<String> ownStandards(Actor actor, AssessmentHeader header) {
        var lead = header.lead();
        if (lead == null || lead == actor.account() || actor.organisation() != header.organisation()) {
            return Set.of();
        }
        return parts.of(header).stream()
                .filter(part -> part.account() == actor.account() && part.isApart())
                .flatMap(part -> part.standards().stream())
                .collect(Collectors.toSet());
    }

    /// The parts of an assessment, and who could be given one.
    public record Shared(AssessmentHeader header, List<Part> parts, List<Holder> colleagues, List<Standard> free) {}

    /// How an assessment is shared out.
    ///
    /// @throws HiddenException when there is none that the person may see
    public Shared shared(Actor actor, long id) {
        return work.read(actor.scope(), () -> {
            var header = store.find(actor.icb(), id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.ASSESSMENT_ANSWER, Resource.of(header.icb(), header.organisation()));
            var given = parts.of(header);
            return new Shared(header, given, others(actor), free(header, given));
        });
    }

    private List<Holder> others(Actor actor) {
        return colleagues.whoMay(Permission.ASSESSMENT_ANSWER, rules.today()).stream()
                .filter(holder -> holder.account() != actor.account())
                .toList();
    }

    private List<Standard> free(AssessmentHeader header, List<Part> given) {
        var apart = given.stream()
                .filter(Part::isApart)
                .flatMap(part -> part.standards().stream())
                .toList();
        return editions.of(header).edition().standards().stream()
                .filter(standard -> !apart.contains(standard.code()))
                .toList();
    }

    /// Gives standards to a colleague, who is told. Whoever gives the first part leads from then on.
    public Outcome<Long> give(Actor actor, long id, int account, Set<String> standards, LocalDate due) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id);
            var reasons = new ArrayList<>(rules.whyNotAnswered(header));
            reasons.addAll(notLead(actor, header));
            var free =
                    free(header, parts.of(header)).stream().map(Standard::code).toList();
            if (standards.isEmpty() || !free.containsAll(standards)) {
                reasons.add(Reason.house("standards", "Choose standards that nobody else has been given."));
            }
            if (others(actor).stream().noneMatch(holder -> holder.account() == account)) {
                reasons.add(Reason.house("account", "Choose a colleague who may answer self-assessments."));
            }
            if (due.isBefore(rules.today()) || due.isAfter(header.dueOn())) {
                reasons.add(Reason.house(
                        "due",
                        "Choose a day from today to %s, when the whole is due.".formatted(Dates.day(header.dueOn()))));
            }
            return Outcome.unless(reasons, () -> {
                var part = parts.give(header, account, standards, due, actor.account(), rules.now());
                writes.save(header.ledBy(actor.account()), List.of(), List.of());
                recording.ledger("ASSESSMENT_PART_GIVEN", header, Map.of("part", part, "standards", standards));
                tell(
                        header,
                        account,
                        part,
                        "You were given a part of %s to answer by %s."
                                .formatted(header.round().name(), Dates.day(due)));
                return part;
            });
        });
    }

    /// The colleague says that their part is done.
    public Outcome<Part> done(Actor actor, long id, long part) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id);
            var found = part(header, part);
            if (found.account() != actor.account() || found.stage() != Part.Stage.GIVEN) {
                return Outcome.refused(List.of(Reason.house("", "Only who was given this part can say it is done.")));
            }
            parts.move(header, found, Part.Stage.DONE, rules.now());
            recording.ledger("ASSESSMENT_PART_DONE", header, Map.of("part", part));
            tell(
                    header,
                    found.givenBy(),
                    part,
                    "A part of %s is answered and waits for you to join it."
                            .formatted(header.round().name()));
            return Outcome.accepted(found);
        });
    }

    /// Whoever leads joins a part, done or not: it then belongs to the whole again.
    public Outcome<Part> join(Actor actor, long id, long part) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id);
            var found = part(header, part);
            var reasons = new ArrayList<>(notLead(actor, header));
            if (!found.isApart()) {
                reasons.add(Reason.house("", "This part was joined already."));
            }
            return Outcome.unless(reasons, () -> {
                parts.move(header, found, Part.Stage.JOINED, rules.now());
                recording.ledger("ASSESSMENT_PART_JOINED", header, Map.of("part", part));
                return found;
            });
        });
    }

    /// What keeps the whole from being handed in.
    List<Reason> notJoined(AssessmentHeader header) {
        return header.lead() == null
                ? List.of()
                : parts.of(header).stream()
                        .filter(Part::isApart)
                        .map(part -> Reason.house(
                                "",
                                "Join the part with %s first."
                                        .formatted(part.standards().stream()
                                                .sorted()
                                                .collect(Collectors.joining(", ")))))
                        .toList();
    }

    /// Where whoever shared it out no longer answers for the organisation, any colleague takes over.
    private List<Reason> notLead(Actor actor, AssessmentHeader header) {
        var lead = header.lead();
        return lead == null
                        || lead == actor.account()
                        || others(actor).stream().noneMatch(holder -> holder.account() == lead)
                ? List.of()
                : List.of(Reason.house("", "A colleague shares this assessment out, so only they can do this."));
    }

    private Part part(AssessmentHeader header, long part) {
        return parts.of(header).stream()
                .filter(each -> each.id() == part)
                .findFirst()
                .orElseThrow(HiddenException::new);
    }

    private AssessmentHeader locked(Actor actor, long id) {
        var header = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.ASSESSMENT_ANSWER, Resource.of(header.icb(), header.organisation()));
        return header;
    }

    private void tell(AssessmentHeader header, int account, long part, String sentence) {
        notifications.tell(
                new Addressee.Person(header.organisation(), account),
                new Message(
                        "ASSESSMENT_PART",
                        sentence,
                        "/assessments/" + header.id(),
                        "assessment/%d/part/%d/%d".formatted(header.id(), part, account),
                        false));
    }
}
