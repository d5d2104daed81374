package uk.goldenthread.assessments.framework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.model.EditionComparison;
import uk.goldenthread.assessments.model.EditionComparison.Line;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.store.OwnFrameworkStore;
import uk.goldenthread.assessments.store.OwnFrameworkStore.Published;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.database.UnitOfWork;

/// The frameworks that an ICB works with: what each edition holds, and how two editions differ. Whoever may see
/// assessments may see them.
@Service
public class FrameworkLibrary {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Editions editions;
    private final OwnFrameworkStore store;

    FrameworkLibrary(UnitOfWork work, AccessPolicy policy, Editions editions, OwnFrameworkStore store) {
        this.work = work;
        this.policy = policy;
        this.editions = editions;
        this.store = store;
    }

    /// What an edition holds.
    public sealed interface Content {
        /// Duties, which are not answered but which lines map to.
        record Duties(Framework framework) implements Content {}

        /// Questions, which rounds ask.
        ///
        /// @param mappings those from its lines
        record Questions(FrameworkEdition edition, List<Mapping> mappings) implements Content {
            /// Copies the mappings in.
            public Questions {
                mappings = List.copyOf(mappings);
            }
        }
    }

    /// An edition on the shelf.
    ///
    /// @param published who published it and when, for an ICB's own; null for a shipped one
    public record Volume(Content content, @Nullable Published published) {
        public String code() {
            return switch (content) {
                case Content.Duties(var framework) -> framework.code();
                case Content.Questions questions -> questions.edition().code();
            };
        }

        public String name() {
            return switch (content) {
                case Content.Duties(var framework) -> framework.name();
                case Content.Questions questions -> questions.edition().name();
            };
        }

        public String edition() {
            return switch (content) {
                case Content.Duties(var framework) -> framework.edition();
                case Content.Questions questions -> questions.edition().edition();
            };
        }

        public LocalDate from() {
            return switch (content) {
                case Content.Duties(var framework) -> framework.inForce().from();
                case Content.Questions questions -> questions.edition().validFrom();
            };
        }

        public @Nullable LocalDate to() {
            return switch (content) {
                case Content.Duties(var framework) -> framework.inForce().to();
                case Content.Questions questions -> questions.edition().validTo();
            };
        }

        /// How many lines it has.
        public int size() {
            return switch (content) {
                case Content.Duties(var framework) -> framework.requirements().size();
                case Content.Questions questions ->
                    (int) questions.edition().criteria().count();
            };
        }

        List<Line> lines() {
            return switch (content) {
                case Content.Duties(var framework) -> FrameworkWords.lines(framework);
                case Content.Questions(var edition, var mappings) -> FrameworkWords.lines(edition, mappings);
            };
        }
    }

    /// An edition, and every edition of its framework, the newest first.
    public record Opened(Volume volume, List<Volume> editions) {
        /// The edition before this one.
        public Optional<Volume> before() {
            var place = editions.indexOf(volume);
            return place + 1 < editions.size() ? Optional.of(editions.get(place + 1)) : Optional.empty();
        }
    }

    /// Two editions of one framework side by side.
    public record Compared(Volume before, Volume after, List<Volume> editions, EditionComparison comparison) {}

    /// Every edition, by framework in the order of the catalogue, the ICB's own last; within one the newest first.
    public List<Volume> all(Actor actor, AsAt asAt) {
        var there = actor.at(asAt);
        return work.read(there.scope(), () -> {
            policy.require(there, Permission.ASSESSMENT_VIEW);
            var own = store.all(there.icb());
            return volumes(editions.book(there.icb()), own);
        });
    }

    private static List<Volume> volumes(Frameworks book, List<Published> own) {
        var volumes = new ArrayList<Volume>();
        book.duties().forEach(framework -> volumes.add(new Volume(new Content.Duties(framework), null)));
        for (var edition : book.editions()) {
            var published = own.stream()
                    .filter(each ->
                            each.code().equals(edition.code()) && each.edition().equals(edition.edition()))
                    .findFirst()
                    .orElse(null);
            var mappings = book.mappings().stream()
                    .filter(mapping -> mapping.from().framework().equals(edition.code())
                            && edition.criterion(mapping.from().code()).isPresent())
                    .distinct()
                    .toList();
            volumes.add(new Volume(new Content.Questions(edition, mappings), published));
        }
        var order = volumes.stream().map(Volume::code).distinct().toList();
        volumes.sort(Comparator.comparingInt((Volume volume) -> order.indexOf(volume.code()))
                .thenComparing(Volume::from, Comparator.reverseOrder()));
        return volumes;
    }

    /// One edition.
    ///
    /// @param edition empty for the newest
    /// @throws HiddenException when there is none
    public Opened open(Actor actor, AsAt asAt, String code, String edition) {
        var editionsOf = of(actor, asAt, code);
        return new Opened(edition.isEmpty() ? editionsOf.getFirst() : named(editionsOf, edition), editionsOf);
    }

    /// Two editions side by side.
    ///
    /// @param before empty for the one before `after`
    /// @param after empty for the newest
    /// @throws HiddenException when either is not there, or there is but one
    public Compared compare(Actor actor, AsAt asAt, String code, String before, String after) {
        var later = open(actor, asAt, code, after);
        var earlier =
                before.isEmpty() ? later.before().orElseThrow(HiddenException::new) : named(later.editions(), before);
        return new Compared(
                earlier,
                later.volume(),
                later.editions(),
                EditionComparison.of(earlier.lines(), later.volume().lines()));
    }

    private List<Volume> of(Actor actor, AsAt asAt, String code) {
        var found = all(actor, asAt).stream()
                .filter(volume -> volume.code().equals(code))
                .toList();
        if (found.isEmpty()) {
            throw new HiddenException();
        }
        return found;
    }

    private static Volume named(List<Volume> volumes, String edition) {
        return volumes.stream()
                .filter(volume -> volume.edition().equals(edition))
                .findFirst()
                .orElseThrow(HiddenException::new);
    }

    /// What an edition that is not published yet would change of the newest one of its framework; empty for a first.
    public Optional<Compared> against(Actor actor, FrameworkEdition edition, List<Mapping> mappings) {
        var mine = all(actor, AsAt.PRESENT).stream()
                .filter(volume -> volume.code().equals(edition.code()))
                .toList();
        var wanted = new Volume(new Content.Questions(edition, mappings), null);
        return mine.stream()
                .findFirst()
                .map(newest ->
                        new Compared(newest, wanted, mine, EditionComparison.of(newest.lines(), wanted.lines())));
    }
}
