package uk.goldenthread.assessments.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.store.RoundStore;
import uk.goldenthread.assessments.store.RoundStore.Form;
import uk.goldenthread.assessments.store.RoundStore.FormQuestion;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.shell.view.Dates;

/// What the ICB does with a round: prepare it, and issue it to its organisations.
@Service
public class Rounds {
    private static final int LONGEST_NAME = 200;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final RoundStore store;
    private final Editions editions;
    private final AssessmentRules rules;
    private final OrganisationKind.Kinds kinds;
    private final Directory directory;
    private final Ledger ledger;
    private final Notifications notifications;

    Rounds(Ground ground, RoundStore store, Editions editions, OrganisationKind.Kinds kinds, Directory directory) {
        this.work = ground.work();
        this.policy = ground.policy();
        this.rules = ground.rules();
        this.ledger = ground.ledger();
        this.notifications = ground.notifications();
        this.store = store;
        this.editions = editions;
        this.kinds = kinds;
        this.directory = directory;
    }

    /// A round as somebody wants it.
    ///
    /// @param kinds of organisation asked, as `catalogue/organisation-kinds.yaml` names them
    /// @param organisations register codes of organisations asked beside those kinds
    /// @param light whether practices are asked the short profile, where there is one
    public record Wanted(
            String framework,
            String edition,
            String name,
            Set<String> kinds,
            Set<String> organisations,
            boolean light,
            RoundDates dates) {
        /// Copies the sets in.
        public Wanted {
            kinds = Set.copyOf(kinds);
            organisations = Set.copyOf(organisations);
        }
    }

    /// The questions that a round could ask, in the order of the catalogue, the ICB's own last.
    public List<FrameworkEdition> choices(Actor actor) {
        return work.read(actor.scope(), () -> editions.book(actor.icb()).editions());
    }

    /// The days that a round opening on that day typically has.
    public RoundDates typicalDates(Actor actor, @Nullable LocalDate opens) {
        return work.read(actor.scope(), () -> rules.typical().from(opens == null ? rules.today() : opens));
    }

    /// Prepares a round; nobody is asked before it is published.
    ///
    /// @return its number, or everything that is wrong
    public Outcome<Long> prepare(Actor actor, Wanted wanted) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ROUND_MANAGE, Resource.ofIcb(actor.icb()));
            var members = directory.providersOf(actor.icb(), rules.today());
            var reasons = new ArrayList<>(wrong(actor.icb(), wanted, members));
            var cutOffs = rules.cutOffs();
            reasons.addAll(cutOffs.reasons());
            return Outcome.unless(reasons, () -> {
                var round = new Round(
                        0,
                        actor.icb(),
                        wanted.framework(),
                        wanted.edition(),
                        wanted.name().strip(),
                        wanted.kinds(),
                        members.stream()
                                .filter(member -> wanted.organisations().contains(member.code()))
                                .map(Organisation::id)
                                .collect(java.util.stream.Collectors.toSet()),
                        wanted.light(),
                        wanted.dates(),
                        cutOffs.orElseThrow(),
                        Round.Stage.DRAFT,
                        null,
                        1);
                var id = store.prepare(round, actor.account());
                ledger.record("ROUND_PREPARED", subject(id), Map.of("framework", wanted.framework()));
                return id;
            });
        });
    }

    private List<Reason> wrong(int icb, Wanted wanted, List<Organisation> members) {
        var reasons = new ArrayList<>(wanted.dates().faults());
        var name = wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            reasons.add(
                    Reason.house("name", "Give the round a name of at most %d characters.".formatted(LONGEST_NAME)));
        } else if (store.isNamed(icb, name)) {
            reasons.add(Reason.house("name", "There is a round of this name already."));
        }
        if (editions.find(icb, wanted.framework(), wanted.edition()).isEmpty()) {
            reasons.add(Reason.house("framework", "Choose which questions are asked."));
        }
        if (wanted.kinds().isEmpty() && wanted.organisations().isEmpty()) {
            reasons.add(Reason.house("kinds", "Choose who is asked."));
        }
        if (!kinds.codes().containsAll(wanted.kinds())) {
            reasons.add(Reason.house("kinds", "Choose kinds of organisation from the list."));
        }
        var known = members.stream().map(Organisation::code).toList();
        wanted.organisations().stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .forEach(code -> reasons.add(
                        Reason.house("organisations", "No organisation of yours has the code %s.".formatted(code))));
        return reasons;
    }

    /// Issues the round to its organisations and tells them. Doing it again issues it to those that have
    /// joined since.
    ///
    /// @return to how many it was issued now
    public Outcome<Integer> publish(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ROUND_MANAGE, Resource.ofIcb(actor.icb()));
            var round = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
            if (round.stage() == Round.Stage.CLOSED) {
                return Outcome.refused(List.of(Reason.house("", "This round is closed.")));
            }
            var forms = forms(round);
            var issued = store.issue(round, forms, questions(round, forms), rules.today(), rules.now(), actor.name());
            if (issued.isEmpty() && round.stage() == Round.Stage.DRAFT) {
                return Outcome.refused(List.of(Reason.house("", "No organisation of yours is asked by this round.")));
            }
            if (issued.isEmpty()) {
                return Outcome.accepted(0); // everybody asked has it: nothing is written
            }
            store.published(round, rules.now());
            ledger.record("ROUND_PUBLISHED", subject(id), Map.of("assessments", issued.size()));
            issued.forEach(each -> tell(round, each));
            return Outcome.accepted(issued.size());
        });
    }

    private List<Form> forms(Round round) {
        return kinds.all().stream()
                .map(kind -> new Form(kind.code(), Editions.kindOf(kind), isLight(round, Editions.kindOf(kind))))
                .filter(form -> !form.kind().isEmpty())
                .toList();
    }

    private boolean isLight(Round round, String kind) {
        return round.light()
                && kind.equals("GP")
                && editions.hasProfile(round.icb(), round.framework(), round.edition(), kind);
    }

    private List<FormQuestion> questions(Round round, List<Form> forms) {
        return forms.stream()
                .map(form -> new Form("", form.kind(), form.light()))
                .distinct()
                .flatMap(form -> questions(round, form))
                .toList();
    }

    private Stream<FormQuestion> questions(Round round, Form form) {
        var asked = editions.of(round.icb(), round.framework(), round.edition(), form.kind(), form.light());
        var shown = asked.shown(Map.of());
        return asked.questions().keySet().stream()
                .map(code -> new FormQuestion(
                        form.kind(), form.light(), code, shown.contains(code) && asked.isRequired(code)));
    }

    private void tell(Round round, RoundStore.IssuedTo issued) {
        var sentence = "%s is open to you. It is due by %s."
                .formatted(round.name(), Dates.day(round.dates().due()));
        for (var role : List.of("PROVIDER_NAMED_PROFESSIONAL", "PRACTICE_LEAD")) {
            notifications.tell(
                    new Addressee.Holders(issued.organisation(), role),
                    new Message(
                            "ASSESSMENT_ISSUED",
                            sentence,
                            "/assessments/" + issued.assessment(),
                            "assessment/%d/issued".formatted(issued.assessment()),
                            false));
        }
    }

    private static String subject(long id) {
        return Reference.of("assessment-round", id).toString();
    }
}
