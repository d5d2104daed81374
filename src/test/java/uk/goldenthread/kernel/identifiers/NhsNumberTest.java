package uk.goldenthread.kernel.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"9434765919", "9434765870", "4010232137", "943 476 5919", "943-476-5919", " 943\u00A04765919 "})
    void aValidNumberIsReadAsPeopleWriteIt(String text) {
        assertThat(NhsNumber.read(text).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890, check digit",
        "9434765918, check digit",
        "9990000000, check digit",
        "0000000000, one digit",
        "1111111111, one digit",
        "943476591, has 9",
        "94347659190, has 11",
        "943476591X, digits only",
        "٩٤٣٤٧٦٥٩١٩, digits only",
        "'', Enter",
    })
    void aWrongNumberIsRefusedWithTheReason(String text, String reason) {
        assertThat(NhsNumber.read(text).reasons())
                .singleElement()
                .satisfies(why -> assertThat(why.message()).contains(reason));
    }

    @Test
    void testNumbersAreKnownAndOnlyTheyAreEverPrinted() {
        var real = NhsNumber.read("9434765919").orElseThrow();
        var test = NhsNumber.read("9990000018").orElseThrow();

        assertThat(test.isTestNumber()).isTrue();
        assertThat(real.isTestNumber()).isFalse();
        assertThat(real.formatted()).isEqualTo("943 476 5919");
        assertThat(real.toString()).doesNotContain("943");
        assertThat(test.toString()).contains("999 000 0018");
    }

    @Test
    void noNumberCanBeginWithDigitsWhoseCheckDigitWouldBeTen() {
        // 999000000x: weights give a remainder of 1, so the check digit would be 10.
        assertThat(NhsNumber.checkDigit("999000000")).isEqualTo(10);
        assertThatThrownBy(() -> new NhsNumber("9990000000")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NhsNumber.checkDigit("12345678")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void everySingleMistypedDigitIsFound(
            @ForAll @IntRange(min = 100_000_000, max = 999_999_999) int nine,
            @ForAll @IntRange(max = 9) int position,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        var first = String.valueOf(nine);
        int check = NhsNumber.checkDigit(first);
        if (check == 10 || (first + check).chars().distinct().count() == 1) {
            return;
        }
        var digits = (first + check).toCharArray();
        digits[position] = (char) ('0' + (digits[position] - '0' + change) % 10);

        assertThat(NhsNumber.read(first + check).isAccepted()).isTrue();
        assertThat(NhsNumber.read(new String(digits)).isAccepted()).isFalse();
    }

    @Test
    void organisationCodesAreThreeToTenLettersAndDigits() {
        assertThat(OdsCode.read(" qj2 ").orElseThrow().value()).isEqualTo("QJ2");
        assertThat(OdsCode.read("Y02494").isAccepted()).isTrue();
        assertThat(OdsCode.read("Q").isAccepted()).isFalse();
        assertThat(OdsCode.read("RTG-01").isAccepted()).isFalse();
        assertThat(OdsCode.read("ABCDEFGHIJK").isAccepted()).isFalse();
        assertThatThrownBy(() -> new OdsCode("qj2")).isInstanceOf(IllegalArgumentException.class);
    }
}
