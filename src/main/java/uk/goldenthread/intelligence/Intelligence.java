package uk.goldenthread.intelligence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.Theme;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.intelligence.store.IntelligenceStore;
import uk.goldenthread.intelligence.store.IntelligenceStore.By;
import uk.goldenthread.intelligence.store.IntelligenceStore.Remark;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.identifiers.NhsNumber;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.rulebook.Rules;

/// Writes down what is heard of providers, and says when it counts no more. The ICB's alone.
@Service
public class Intelligence {
    /// The most that a list shows.
    public static final int MOST = 500;

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;
    private static final int LONGEST_WHY = 1000;
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ \\u00A0-]?\\d){9}(?!\\d)");

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final IntelligenceStore store;
    private final Directory directory;
    private final Rules rules;
    private final Records records;

    Intelligence(
            UnitOfWork work,
            AccessPolicy policy,
            IntelligenceStore store,
            Directory directory,
            Rules rules,
            Records records) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.directory = directory;
        this.rules = rules;
        this.records = records;
    }

    /// What every change leaves behind, and the day it is made.
    @org.springframework.stereotype.Component
    record Records(Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        LocalDate today() {
            return London.dateOf(clock.instant());
        }

        By by(Actor actor) {
            return new By(actor.icb(), actor.account(), clock.instant());
        }
    }

    /// What is written down, as typed.
    ///
    /// @param provider its code
    /// @param praises whether it speaks well of the provider
    public record New(
            String provider,
            String source,
            String theme,
            String words,
            @Nullable LocalDate heardOn,
            boolean praises) {}

    /// What a list is asked for.
    ///
    /// @param provider the code of one, or empty for every one
    /// @param all whether what counts no more is shown as well
    public record Asked(String provider, boolean all) {}

    /// What was heard, the newest first, at most [#MOST].
    public List<Heard> list(Actor actor, AsAt asAt, Asked asked) {
        policy.require(actor, Permission.INTELLIGENCE_VIEW, Resource.ofIcb(actor.icb()));
        var conditions = Conditions.of("i.icb = :icb", "icb", actor.icb())
                .given("o.code = :code", "code", asked.provider().isBlank() ? null : asked.provider())
                .when(!asked.all(), "i.closed_on is null");
        return work.read(actor.scope(), asAt.instant(), () -> store.list(conditions, MOST));
    }

    /// One of them.
    ///
    /// @throws HiddenException when there is none of that number for this person
    public Heard one(Actor actor, AsAt asAt, long id) {
        policy.require(actor, Permission.INTELLIGENCE_VIEW, Resource.ofIcb(actor.icb()));
        return work.read(
                actor.scope(), asAt.instant(), () -> store.find(actor.icb(), id).orElseThrow(HiddenException::new));
    }

    /// The providers of the ICB today, by name.
    public List<Organisation> providers(Actor actor) {
        return work.read(actor.scope(), () -> directory.providersOf(actor.icb(), records.today()));
    }

    /// What something can be about.
    public List<Theme> themes() {
        return rules.now().themes();
    }

    /// Writes something down.
    public Outcome<Long> add(Actor actor, New wanted) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.INTELLIGENCE_RECORD, Resource.ofIcb(actor.icb()));
            var reasons = new ArrayList<Reason>();
            var provider = directory.assuredBy(actor.icb(), wanted.provider());
            if (provider.isEmpty()) {
                reasons.add(Reason.house("provider", "Choose the provider it is about."));
            }
            var source = Arrays.stream(HeardSource.values())
                    .filter(each -> each.name().equals(wanted.source()))
                    .findFirst();
            if (source.isEmpty()) {
                reasons.add(Reason.house("source", "Choose where it was heard."));
            }
            if (themes().stream().noneMatch(theme -> theme.code().equals(wanted.theme()))) {
                reasons.add(Reason.house("theme", "Choose what it is about."));
            }
            words(wanted.words(), "words", LONGEST, reasons);
            var on = wanted.heardOn();
            if (on == null || on.isAfter(records.today())) {
                reasons.add(Reason.house("heardOn", "Enter the day it was heard, not later than today."));
            }
            return Outcome.unless(reasons, () -> {
                var organisation = provider.orElseThrow().id();
                var id = store.add(
                        records.by(actor),
                        new Remark(
                                organisation,
                                source.orElseThrow(),
                                wanted.theme(),
                                wanted.words().strip(),
                                java.util.Objects.requireNonNull(on),
                                wanted.praises()));
                records.ledger().record("INTELLIGENCE_RECORDED", reference(id), Map.of());
                records.events().publishEvent(new IntelligenceHeard(actor.icb(), organisation));
                return id;
            });
        });
    }

    private static String reference(long id) {
        return Reference.of("intelligence", id).toString();
    }

    /// Nothing that could name a person by number is kept: what is heard is about an organisation.
    private static void words(String typed, String field, int longest, List<Reason> reasons) {
        var words = typed.strip();
        if (words.length() < SHORTEST || words.length() > longest) {
            reasons.add(Reason.house(field, "Write between %d and %,d characters.".formatted(SHORTEST, longest)));
        }
        if (TEN_DIGITS
                .matcher(words)
                .results()
                .anyMatch(found -> NhsNumber.read(found.group()).isAccepted())) {
            reasons.add(Reason.house(
                    field, "This holds what looks like an NHS number. Take it out: this page is about organisations."));
        }
    }

    /// Says why something counts no more.
    ///
    /// @throws HiddenException when there is none of that number for this person
    public Outcome<Long> close(Actor actor, long id, String why) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.INTELLIGENCE_RECORD, Resource.ofIcb(actor.icb()));
            var heard = store.find(actor.icb(), id).orElseThrow(HiddenException::new);
            var reasons = new ArrayList<Reason>();
            words(why, "why", LONGEST_WHY, reasons);
            if (heard.closedOn() != null) {
                reasons.add(Reason.house("", "Somebody has said already why it counts no more."));
            }
            return Outcome.unless(reasons, () -> {
                if (store.close(records.by(actor), id, records.today(), why.strip()) == 0) {
                    throw new OptimisticLockingFailureException("remark %d was closed meanwhile".formatted(id));
                }
                records.ledger().record("INTELLIGENCE_CLOSED", reference(id), Map.of());
                records.events().publishEvent(new IntelligenceHeard(actor.icb(), heard.organisation()));
                return id;
            });
        });
    }
}
