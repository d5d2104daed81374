package uk.goldenthread.imports.changeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.goldenthread.imports.changeset.Changeset.Kind;
import uk.goldenthread.imports.changeset.ChangesetTest.Practice;

/// What must hold of every changeset, whatever the records and the file.
class ChangesetProperties {

    @Property
    void undoingGivesBackExactlyWhatWasThere(
            @ForAll("practices") List<Practice> known, @ForAll("practices") List<Practice> file) {
        var current = filed(known);

        var changes = closing().compare(current, rows(file));

        assertThat(changes.inverse().appliedTo(changes.appliedTo(current))).isEqualTo(current);
        assertThat(changes.inverse().inverse().appliedTo(current)).isEqualTo(changes.appliedTo(current));
    }

    @Property
    void importingAFileAgainChangesNothing(
            @ForAll("practices") List<Practice> known, @ForAll("practices") List<Practice> file) {
        var once = new ArrayList<>(filed(file).values());
        var current = filed(known);

        var afterwards = ChangesetTest.practices().compare(current, rows(once)).appliedTo(current);
        var again = ChangesetTest.practices().compare(afterwards, rows(once));

        assertThat(again.counts()).containsEntry(Kind.IDENTICAL, once.size());
        assertThat(again.changes()).hasSize(once.size());
    }

    @Property
    void everyRowOfTheFileIsAccountedForOnceAndTheCountsAddUp(
            @ForAll("practices") List<Practice> known, @ForAll("practices") List<Practice> file) {
        var changes = closing().alsoKnownBy(practice -> Set.of(practice.name())).compare(filed(known), rows(file));

        assertThat(changes.changes().stream().flatMap(it -> it.rows().stream()).sorted())
                .containsExactlyElementsOf(
                        rows(file).stream().map(Incoming::row).toList());
        assertThat(changes.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(changes.changes().size());
    }

    @Property
    void theOrderOfTheFileDoesNotChangeTheOrderOfTheReview(@ForAll("practices") List<Practice> file) {
        var once = new ArrayList<>(filed(file).values());

        var forwards = ChangesetTest.practices().compare(Map.of(), rows(once));
        var backwards = ChangesetTest.practices().compare(Map.of(), rows(once.reversed()));

        assertThat(keys(backwards)).isEqualTo(keys(forwards));
    }

    @Provide
    Arbitrary<List<Practice>> practices() {
        return Combinators.combine(
                        Arbitraries.of("A1", "A2", "A3", "B1", "B2"),
                        Arbitraries.of("Park", "Lane", "Mill"),
                        Arbitraries.of("", "DE1", "DE2"),
                        Arbitraries.of(true, false))
                .as(Practice::new)
                .list()
                .ofMaxSize(8);
    }

    private static Comparison<String, Practice> closing() {
        return ChangesetTest.practices()
                .closingWhatIsLeftOut(it -> new Practice(it.code(), it.name(), it.postcode(), false));
    }

    private static List<Object> keys(Changeset<String, Practice> changes) {
        return changes.changes().stream()
                .<Object>map(it -> ((Change.New<String, Practice>) it).key())
                .toList();
    }

    private static Map<String, Practice> filed(List<Practice> practices) {
        var filed = new TreeMap<String, Practice>();
        practices.forEach(practice -> filed.put(practice.code(), practice));
        return filed;
    }

    private static List<Incoming<Practice>> rows(List<Practice> practices) {
        var rows = new ArrayList<Incoming<Practice>>();
        practices.forEach(practice -> rows.add(ChangesetTest.read(rows.size() + 1, practice)));
        return rows;
    }
}
