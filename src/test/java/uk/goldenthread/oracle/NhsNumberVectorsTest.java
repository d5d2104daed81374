package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.identifiers.NhsNumber;

/// NHS numbers against another library's vectors.
class NhsNumberVectorsTest {
    @Test
    void validityStandardFormAndCheckDigitAgree() {
        var vectors = SharedData.json("nhs-number/vectors.json");

        for (var vector : vectors.path("isValid")) {
            assertThat(NhsNumber.read(vector.path("input").asString()).isAccepted())
                    .as(vector.toString())
                    .isEqualTo(vector.path("valid").asBoolean());
        }
        for (var vector : vectors.path("checksum")) {
            assertThat(NhsNumber.checkDigit(vector.path("identifier").asString()))
                    .isEqualTo(vector.path("checksum").asInt());
        }
        for (var vector : vectors.path("standardise")) {
            var read = NhsNumber.read(vector.path("input").asString());
            assertThat(read.isAccepted() ? read.orElseThrow().digits() : "")
                    .isEqualTo(vector.path("output").asString());
        }
        assertThat(vectors.path("valid"))
                .hasSize(5)
                .allSatisfy(number -> assertThat(
                                NhsNumber.read(number.asString()).orElseThrow().isTestNumber())
                        .isTrue());
    }
}
