package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.model.EditionComparison.Changed;
import uk.goldenthread.assessments.model.EditionComparison.Fact;
import uk.goldenthread.assessments.model.EditionComparison.Line;

class EditionComparisonTest {
    private static Line line(String code, String text, Map<String, String> facts) {
        return new Line(code, text, facts);
    }

    @Test
    void linesAreAddedRemovedChangedOrTheSameByCode() {
        var before = List.of(
                line("1", "Stays", Map.of("Weight", "1")),
                line("2", "Goes", Map.of()),
                line("3", "Policy in date", Map.of("Weight", "1", "Critical", "No")),
                line("4", "Weighs more", Map.of("Weight", "1")));
        var after = List.of(
                line("4", "Weighs more", Map.of("Weight", "2", "Standard", "B")),
                line("5", "Comes", Map.of()),
                line("3", "Policy in date and known", Map.of("Weight", "1", "Critical", "No")),
                line("1", "Stays", Map.of("Weight", "1")));

        var compared = EditionComparison.of(before, after);

        assertThat(compared.added()).extracting(Line::code).containsExactly("5");
        assertThat(compared.removed()).extracting(Line::code).containsExactly("2");
        assertThat(compared.same()).isEqualTo(1);
        assertThat(compared.changed())
                .extracting(changed -> changed.after().code())
                .containsExactly("4", "3");
        assertThat(compared.changed()).extracting(Changed::isReworded).containsExactly(false, true);
        assertThat(compared.changed().getFirst().facts())
                .containsExactlyInAnyOrder(new Fact("Weight", "1", "2"), new Fact("Standard", "", "B"));
        assertThat(compared.changed().getLast().facts()).isEmpty();
    }

    @Test
    void anEditionBesideItselfIsTheSame() {
        var lines = List.of(line("1", "One", Map.of("Weight", "1")), line("2", "Two", Map.of()));

        assertThat(EditionComparison.of(lines, lines))
                .isEqualTo(new EditionComparison(List.of(), List.of(), List.of(), 2));
    }
}
