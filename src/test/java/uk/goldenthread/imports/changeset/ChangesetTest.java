package uk.goldenthread.imports.changeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Changeset.Kind;

class ChangesetTest {
    private static final Practice SPRINGS = new Practice("C81001", "Springs", "S43 4PL", true);
    private static final Practice VALLEYS = new Practice("C81002", "Valleys", "S21 4BT", true);

    @Test
    void eachRowIsNewChangedClosedOrIdentical() {
        var changes = practices()
                .compare(
                        Map.of(
                                "C81001",
                                SPRINGS,
                                "C81002",
                                VALLEYS,
                                "C81003",
                                new Practice("C81003", "Sett", "", true)),
                        List.of(
                                read(1, SPRINGS),
                                read(2, new Practice("C81002", "The Valleys", "S21 4BT", true)),
                                read(3, new Practice("C81003", "Sett", "", false)),
                                read(4, new Practice("C81004", "Ivy Grove", "DE5 3TH", true))));

        assertThat(changes.changes())
                .containsExactly(
                        new Change.Closed<>(
                                "C81003",
                                new Practice("C81003", "Sett", "", true),
                                new Practice("C81003", "Sett", "", false),
                                List.of(new FieldChange("open", "true", "false")),
                                List.of(3)),
                        new Change.Changed<>(
                                "C81002",
                                VALLEYS,
                                new Practice("C81002", "The Valleys", "S21 4BT", true),
                                List.of(new FieldChange("name", "Valleys", "The Valleys")),
                                List.of(2)),
                        new Change.New<>("C81004", new Practice("C81004", "Ivy Grove", "DE5 3TH", true), List.of(4)),
                        new Change.Identical<>("C81001", SPRINGS, List.of(1)));
        assertThat(changes.rows()).isEqualTo(4);
    }

    @Test
    void oneKeyTwiceWithDifferentContentIsForAPersonAndChangesNothing() {
        var changes = practices()
                .compare(Map.of(), List.of(read(1, SPRINGS), read(2, new Practice("C81001", "Other", "", true))));

        assertThat(changes.counts()).containsEntry(Kind.AMBIGUOUS, 1).containsEntry(Kind.NEW, 0);
        assertThat(changes.appliedTo(Map.of())).isEmpty();
    }

    @Test
    void theSameRowTwiceIsOneLine() {
        var changes = practices().compare(Map.of(), List.of(read(1, SPRINGS), read(7, SPRINGS)));

        assertThat(changes.changes()).containsExactly(new Change.New<>("C81001", SPRINGS, List.of(1, 7)));
    }

    @Test
    void anUnknownCodeThatLooksLikeKnownRecordsIsForAPerson() {
        var twin = new Practice("C81009", "Springs", "S43 4PL", false);

        var changes = practices()
                .alsoKnownBy(practice -> Set.of(practice.name() + practice.postcode()))
                .compare(
                        Map.of("C81001", SPRINGS, "C81009", twin),
                        List.of(read(1, new Practice("Y00001", "Springs", "S43 4PL", true))));

        assertThat(changes.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Ambiguous.class,
                        it -> assertThat(it.lookAlikes()).isEqualTo(List.of("C81001", "C81009")));
    }

    @Test
    void aFullListClosesWhatItLeavesOutAndAPartialOneDoesNot() {
        var current = Map.of("C81001", SPRINGS, "C81002", VALLEYS);

        var partial = practices().compare(current, List.of(read(1, SPRINGS)));
        var full = practices()
                .closingWhatIsLeftOut(it -> new Practice(it.code(), it.name(), it.postcode(), false))
                .compare(current, List.of(read(1, SPRINGS)));

        assertThat(partial.changesNothing()).isTrue();
        assertThat(full.counts()).containsEntry(Kind.CLOSED, 1);
        assertThat(full.appliedTo(current).get("C81002").open()).isFalse();
    }

    @Test
    void aRejectedRowKeepsItsReasons() {
        var problem = new RowProblem(3, "code", "There is no code.");

        var changes = practices().compare(Map.of(), List.of(new Incoming.Unusable<>(3, List.of(problem))));

        assertThat(changes.changes()).containsExactly(new Change.Rejected<>(List.of(problem), List.of(3)));
    }

    @Test
    void whatChangedMeanwhileStopsTheWholeChangeset() {
        var changes = practices().compare(Map.of(), List.of(read(1, SPRINGS), read(2, VALLEYS)));
        var meanwhile = Map.of("C81002", new Practice("C81002", "Typed in", "", true));

        assertThat(changes.conflicts(meanwhile)).containsExactly("C81002");
        assertThatThrownBy(() -> changes.appliedTo(meanwhile)).hasMessageContaining("C81002");
    }

    static Comparison<String, Practice> practices() {
        return Comparison.of(
                        Practice::code,
                        new java.util.LinkedHashMap<>(Map.of(
                                "name", Practice::name,
                                "postcode", Practice::postcode,
                                "open", practice -> Boolean.toString(practice.open()))))
                .openWhen(Practice::open);
    }

    static Incoming<Practice> read(int row, Practice practice) {
        return new Incoming.Read<>(row, practice);
    }

    record Practice(String code, String name, String postcode, boolean open) {}
}
