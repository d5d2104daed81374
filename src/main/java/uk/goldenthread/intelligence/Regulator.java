package uk.goldenthread.intelligence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.intelligence.store.RegulatorStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.kernel.regulator.Grade;
import uk.goldenthread.organisations.Directory;

/// Keeps what the Care Quality Commission published: ratings, and warning notices until they are lifted.
@Service
public class Regulator {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final RegulatorStore store;
    private final Directory directory;
    private final Intelligence.Records records;

    Regulator(
            UnitOfWork work,
            AccessPolicy policy,
            RegulatorStore store,
            Directory directory,
            Intelligence.Records records) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.directory = directory;
        this.records = records;
    }

    /// What was published, as typed.
    ///
    /// @param provider its code
    /// @param notice whether it is a warning notice; otherwise a rating
    /// @param overall the code of a grade, or empty
    /// @param safe the code of a grade, or empty
    /// @param about of a warning notice
    public record New(
            String provider,
            boolean notice,
            @Nullable LocalDate published,
            String overall,
            String safe,
            String about) {}

    /// All that was published of the ICB's providers.
    public Published published(Actor actor, AsAt asAt) {
        policy.require(actor, Permission.INTELLIGENCE_VIEW, Resource.ofIcb(actor.icb()));
        return work.read(
                actor.scope(),
                asAt.instant(),
                () -> new Published(store.ratings(actor.icb()), store.notices(actor.icb())));
    }

    /// A warning notice.
    ///
    /// @throws HiddenException when there is none of that number for this person
    public Published.Notice notice(Actor actor, AsAt asAt, long id) {
        policy.require(actor, Permission.INTELLIGENCE_VIEW, Resource.ofIcb(actor.icb()));
        return work.read(
                actor.scope(),
                asAt.instant(),
                () -> store.notice(actor.icb(), id).orElseThrow(HiddenException::new));
    }

    /// Writes down what was published.
    public Outcome<String> add(Actor actor, New wanted) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.INTELLIGENCE_RECORD, Resource.ofIcb(actor.icb()));
            var reasons = new ArrayList<Reason>();
            var provider = directory.assuredBy(actor.icb(), wanted.provider());
            if (provider.isEmpty()) {
                reasons.add(Reason.house("provider", "Choose the provider it is about."));
            }
            var on = wanted.published();
            if (on == null || on.isAfter(records.today())) {
                reasons.add(Reason.house("published", "Enter the day it was published, not later than today."));
            }
            if (wanted.notice()) {
                about(wanted.about(), reasons);
            } else if (Grade.find(wanted.overall()).isEmpty()
                    && Grade.find(wanted.safe()).isEmpty()) {
                reasons.add(Reason.house("overall", "Choose the rating overall, or that of safety, or both."));
            }
            return Outcome.<Integer>unless(reasons, () -> provider.orElseThrow().id())
                    .then(organisation -> write(actor, organisation, wanted));
        });
    }

    private static void about(String typed, List<Reason> reasons) {
        var length = typed.strip().length();
        if (length < SHORTEST || length > LONGEST) {
            reasons.add(Reason.house("about", "Say in a line what it is about, in 5 to 500 characters."));
        }
    }

    private Outcome<String> write(Actor actor, int organisation, New wanted) {
        var on = Objects.requireNonNull(wanted.published());
        var by = records.by(actor);
        if (wanted.notice()) {
            store.serve(by, organisation, on, wanted.about().strip());
        } else if (store.rate(
                        by,
                        organisation,
                        on,
                        Grade.find(wanted.overall()).orElse(null),
                        Grade.find(wanted.safe()).orElse(null))
                == 0) {
            return Outcome.refused(
                    List.of(Reason.house("published", "A rating published on that day is there already.")));
        }
        records.ledger().record("REGULATOR_RECORDED", "organisation/" + wanted.provider(), Map.of());
        records.events().publishEvent(new IntelligenceHeard(actor.icb(), organisation));
        return Outcome.accepted(wanted.provider());
    }

    /// Notes that a warning notice was lifted.
    ///
    /// @throws HiddenException when there is none of that number for this person
    public Outcome<String> lift(Actor actor, long id, @Nullable LocalDate on) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.INTELLIGENCE_RECORD, Resource.ofIcb(actor.icb()));
            var notice = store.notice(actor.icb(), id).orElseThrow(HiddenException::new);
            var reasons = new ArrayList<Reason>();
            if (notice.lifted() != null) {
                reasons.add(Reason.house("", "It was lifted already."));
            } else if (on == null || on.isBefore(notice.published()) || on.isAfter(records.today())) {
                reasons.add(
                        Reason.house("on", "Enter the day it was lifted: not before it was served, not after today."));
            }
            return Outcome.unless(reasons, () -> {
                store.lift(actor.icb(), id, Objects.requireNonNull(on));
                records.ledger()
                        .record(
                                "NOTICE_LIFTED",
                                Reference.of("regulator-notice", id).toString(),
                                Map.of());
                records.events().publishEvent(new IntelligenceHeard(actor.icb(), notice.organisation()));
                return notice.code();
            });
        });
    }
}
