package uk.goldenthread.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.database.Changes;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitState;
import uk.goldenthread.visits.store.FindingStore;
import uk.goldenthread.visits.store.VisitStore;
import uk.goldenthread.visits.store.VisitWrites;

/// The report of a visit: drafted, its facts checked by the provider, final; then its actions, followed
/// up and closed.
@Service
public class VisitReports {
    private final UnitOfWork work;
    private final Visits visits;
    private final VisitStore store;
    private final FindingStore found;
    private final VisitWrites writes;
    private final VisitRules rules;
    private final Template template;
    private final ActionRegister actions;
    private final Told told;

    VisitReports(
            UnitOfWork work,
            Visits visits,
            Visits.Kept kept,
            VisitRules rules,
            Template template,
            ActionRegister actions) {
        this.work = work;
        this.visits = visits;
        this.store = kept.store();
        this.found = kept.findings();
        this.writes = kept.writes();
        this.told = kept.told();
        this.rules = rules;
        this.template = template;
        this.actions = actions;
    }

    /// Writes the draft report.
    public Outcome<Long> draft(Actor actor, long id, String summary) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!(visit.state() instanceof VisitState.CarriedOut carriedOut)) {
                return Visits.notNow("A draft is written once the visit was carried out.");
            }
            return carriedOut
                    .draft(seen(visit), summary, rules.limits().sample())
                    .map(next -> {
                        var change = VisitWrites.to(next)
                                .set("summary", summary.strip())
                                .set("draft_on", rules.today());
                        told.step(actor, visit, change, "DRAFTED", "", false);
                        return id;
                    });
        });
    }

    private VisitState.Seen seen(Visit visit) {
        var answers = store.answers(visit.icb(), visit.id());
        var scored = answers.values().stream()
                .filter(answer -> !answer.score().isEmpty())
                .count();
        var risks = found.ofVisit(visit.icb(), visit.id()).stream()
                .filter(each -> each.stands() && each.grade() == Grade.IMMEDIATE)
                .toList();
        var unsafe = template.parts().stream()
                .filter(Template.Part::immediate)
                .flatMap(part -> part.questions().stream())
                .map(question -> answers.get(question.code()))
                .anyMatch(answer ->
                        answer != null && List.of("PARTLY", "NOT_SEEN").contains(answer.score()));
        return new VisitState.Seen(
                visit.happened().sampled(),
                template.size() + found.again(visit).size() - (int) scored,
                unsafe && risks.isEmpty(),
                risks.stream().anyMatch(risk -> risk.writtenAt() == null));
    }

    /// Sends the draft to the provider to check its facts.
    public Outcome<Long> send(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!(visit.state() instanceof VisitState.DraftReport draft)) {
                return Visits.notNow("There is no draft to send.");
            }
            var today = rules.today();
            writes.openFindings(visit);
            told.step(
                    actor,
                    visit,
                    VisitWrites.to(draft.send()).set("sent_on", today).set("open_to_provider", true),
                    "SENT",
                    "",
                    true);
            told.provider(
                    visit,
                    "VISIT_DRAFT",
                    "The draft report of the visit to %s is there. Check its facts by %s."
                            .formatted(
                                    visit.organisationName(),
                                    Dates.day(rules.clocks().accuracy(today))),
                    "draft");
            return Outcome.accepted(id);
        });
    }

    /// The provider says what is wrong in the draft.
    public Outcome<Long> comment(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var visit = checking(actor, id);
            if (visit == null) {
                return Visits.notNow("The facts of this report are not being checked now.");
            }
            if (words.strip().length() < 3 || words.length() > 4000) {
                return Outcome.refused(List.of(
                        Reason.house("comment", "Say what is wrong and what is right, in at most 4,000 characters.")));
            }
            writes.comment(visit, words.strip(), actor.name(), rules.now());
            told.said(actor, visit, "COMMENTED", "", true);
            return Outcome.accepted(id);
        });
    }

    /// The provider has checked the facts.
    public Outcome<Long> checked(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var visit = checking(actor, id);
            if (visit == null) {
                return Visits.notNow("The facts of this report are not being checked now.");
            }
            told.step(actor, visit, Changes.none().set("answered_on", rules.today()), "CHECKED", "", true);
            return Outcome.accepted(id);
        });
    }

    private @Nullable Visit checking(Actor actor, long id) {
        var visit = visits.locked(actor, id, Permission.VISIT_RESPOND);
        return visit.state() instanceof VisitState.FactualAccuracy
                        && visit.happened().answered() == null
                ? visit
                : null;
    }

    /// Says of a comment whether it is taken.
    ///
    /// @throws HiddenException when there is no such comment
    public Outcome<Long> decide(Actor actor, long id, long comment, boolean taken, String reply) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!(visit.state() instanceof VisitState.FactualAccuracy)) {
                return Visits.notNow("Comments are decided on before the report is final.");
            }
            if (!taken && reply.strip().length() < VisitState.SHORTEST) {
                return Outcome.refused(
                        List.of(Reason.house("reply", "Say why it is not taken, in at least 10 characters.")));
            }
            if (!writes.decide(visit, comment, taken, reply.strip())) {
                throw new HiddenException();
            }
            told.said(actor, visit, "DECIDED", "", true);
            return Outcome.accepted(id);
        });
    }

    /// Makes the report final.
    ///
    /// @param summary as it now reads
    public Outcome<Long> finish(Actor actor, long id, String summary) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!(visit.state() instanceof VisitState.FactualAccuracy checking)) {
                return Visits.notNow("A report becomes final after its facts were checked.");
            }
            var undecided = store.comments(visit.icb(), id).stream()
                    .filter(comment -> comment.taken() == null)
                    .count();
            LocalDate by = rules.clocks()
                    .accuracy(Objects.requireNonNull(visit.happened().sent()));
            return checking.finish(visit.happened().answered() != null, by, (int) undecided, rules.today())
                    .map(next -> {
                        var change = VisitWrites.to(next).set("final_on", rules.today());
                        if (!summary.isBlank()) {
                            change.set("summary", summary.strip());
                        }
                        told.step(actor, visit, change, "FINAL", "", true);
                        told.provider(visit, "VISIT_FINAL", "The report of the visit is final.", "final");
                        return id;
                    });
        });
    }

    /// Goes on to its actions, then to the follow-up: each only when nothing is left behind.
    public Outcome<Long> goOn(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            var findings = found.ofVisit(visit.icb(), id).stream()
                    .filter(each -> each.stands() && each.grade().needsAction())
                    .map(each -> Reference.of("finding", each.id()))
                    .toList();
            var asked = actions.of(actor, findings);
            var without = (int)
                    findings.stream().filter(each -> !asked.containsKey(each)).count();
            var open = (int) asked.values().stream()
                    .flatMap(List::stream)
                    .filter(action -> !action.done())
                    .mapToLong(ActionSummary::id)
                    .distinct()
                    .count();
            Outcome<? extends VisitState> outcome =
                    switch (visit.state()) {
                        case VisitState.Final it -> it.acted(without);
                        case VisitState.WithActions it -> it.followUp(open);
                        default -> Visits.notNow("The report is not final, or the visit is closed.");
                    };
            return outcome.map(next -> {
                told.step(
                        actor,
                        visit,
                        VisitWrites.to(next),
                        next instanceof VisitState.WithActions ? "WITH_ACTIONS" : "FOLLOWED_UP",
                        "",
                        true);
                return id;
            });
        });
    }

    /// Closes it.
    public Outcome<Long> close(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!(visit.state() instanceof VisitState.FollowUp followUp)) {
                return Visits.notNow("A visit is closed after its follow-up.");
            }
            return followUp.close(words).map(next -> {
                told.step(actor, visit, VisitWrites.to(next).set("closed_on", rules.today()), "CLOSED", words, true);
                return id;
            });
        });
    }
}
