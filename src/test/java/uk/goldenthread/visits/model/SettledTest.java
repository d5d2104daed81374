package uk.goldenthread.visits.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.goldenthread.visits.model.Settled.How;

/// What a field holds after two people wrote in it.
class SettledTest {
    @ParameterizedTest
    @CsvSource(nullValues = "unknown", delimiter = '|', textBlock = """
            # was     | now             | typed           | holds                    | how
            ''        | ''              | A room          | A room                   | WRITTEN
            A room    | A room          | A dry room      | A dry room               | WRITTEN
            A room    | A room          | ''              | ''                       | WRITTEN
            A room    | ''              | A dry room      | A dry room               | WRITTEN
            ''        | No room         | A room          | No room/A room           | BOTH
            ''        | A room          | A room, no lock | A room, no lock          | WRITTEN
            A room    | A room. Dry     | A room. Warm    | A room. Dry/. Warm       | BOTH
            A room    | A hall          | A dry room      | A hall/A dry room        | BOTH
            A room    | A dry room      | ''              | A dry room               | THEIRS
            ''        | A room          | A room          | A room                   | UNCHANGED
            A room    | A dry room      | A room          | A dry room               | THEIRS
            unknown   | A room          | A hall          | A hall                   | WRITTEN
            """)
    void wordsOfBothStayTheirsFirst(String was, String now, String typed, String holds, How how) {
        assertThat(Settled.words(was, now, typed)).isEqualTo(new Settled(holds.replace('/', '\n'), how));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "unknown", delimiter = '|', textBlock = """
            # was     | now       | typed     | holds     | how
            ''        | ''        | MET       | MET       | WRITTEN
            MET       | MET       | PARTLY    | PARTLY    | WRITTEN
            ''        | NOT_SEEN  | MET       | NOT_SEEN  | THEIRS
            MET       | NOT_SEEN  | PARTLY    | NOT_SEEN  | THEIRS
            MET       | NOT_SEEN  | ''        | NOT_SEEN  | THEIRS
            MET       | ''        | PARTLY    | PARTLY    | WRITTEN
            ''        | MET       | MET       | MET       | UNCHANGED
            unknown   | NOT_SEEN  | MET       | MET       | WRITTEN
            """)
    void ofAChoiceTheirsStays(String was, String now, String typed, String holds, How how) {
        assertThat(Settled.choice(was, now, typed)).isEqualTo(new Settled(holds, how));
    }

    @Test
    void lineEndsAndBlanksThatABrowserAddsAreNoChange() {
        assertThat(Settled.words("One\r\nTwo", "One\nTwo", "One\r\nTwo ").how()).isEqualTo(How.UNCHANGED);
    }

    @Property
    void noWordOfEitherIsLost(
            @ForAll @AlphaChars @StringLength(max = 6) String was,
            @ForAll @AlphaChars @StringLength(min = 1, max = 6) String theirs,
            @ForAll @AlphaChars @StringLength(min = 1, max = 6) String mine) {
        var addedByMe = mine.equals(was)
                ? ""
                : mine.startsWith(was) && theirs.startsWith(was) ? mine.substring(was.length()) : mine;
        var settled = Settled.words(was, theirs, mine);
        assertThat(settled.value()).contains(addedByMe);
        if (!was.equals(theirs)) {
            assertThat(settled.value()).startsWith(theirs);
        }
    }
}
