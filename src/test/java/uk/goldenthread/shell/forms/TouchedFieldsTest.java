package uk.goldenthread.shell.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which fields of a form its reader touched.
class TouchedFieldsTest {
    @Test
    void aFieldThatHoldsWhatItHeldIsNotTouched() {
        var touched = TouchedFields.of(Map.of("a", "1", "was.a", "1", "b", "3", "was.b", "2"));

        assertThat(touched.typed()).isEqualTo(Map.of("b", "3"));
        assertThat(touched.was("b")).isEqualTo("2");
    }

    @Test
    void lineEndsThatABrowserAddsTouchNothing() {
        assertThat(TouchedFields.of(Map.of("a", "One\r\nTwo", "was.a", "One\nTwo"))
                        .typed())
                .isEmpty();
    }

    @Test
    void aBoxThatIsNoLongerTickedIsEmptied() {
        assertThat(TouchedFields.of(Map.of("was.a", "true"), "a"::equals).typed())
                .isEqualTo(Map.of("a", ""));
        assertThat(TouchedFields.of(Map.of("was.a", ""), "a"::equals).typed()).isEmpty();
    }

    @Test
    void anotherFieldThatWasNotSentIsNotTouched() {
        assertThat(TouchedFields.of(Map.of("was.a", "Words")).typed()).isEmpty();
    }

    @Test
    void theOrderOfTheFormIsKept() {
        var sent = new LinkedHashMap<String, String>();
        var names = List.of("K27", "K03", "K11", "K02", "K30", "K01");
        names.forEach(name -> sent.put(name, "x"));

        assertThat(TouchedFields.of(sent).typed().keySet()).containsExactlyElementsOf(names);
    }

    @Test
    void whatComesWithoutItsPastIsTouched() {
        var touched = TouchedFields.of(Map.of("a", "1"));

        assertThat(touched.typed()).isEqualTo(Map.of("a", "1"));
        assertThat(touched.was("a")).isNull();
    }

    @Test
    void shownAgainATouchedFieldRemembersWhatItsReaderSawAndAnotherWhatItHoldsByNow() {
        var touched = TouchedFields.of(Map.of("a", "mine", "was.a", "seen", "b", "seen", "was.b", "seen"));

        assertThat(touched.shownAgain(Map.of("a", "theirs", "b", "theirs")))
                .isEqualTo(Map.of("a", "seen", "b", "theirs"));
    }
}
