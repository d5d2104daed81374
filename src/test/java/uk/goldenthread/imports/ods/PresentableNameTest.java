package uk.goldenthread.imports.ods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentableNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPRINGS HEALTH CENTRE|Springs Health Centre",
                "CHESTERFIELD ROYAL HOSPITAL NHS FOUNDATION TRUST|Chesterfield Royal Hospital NHS Foundation Trust",
                "UNIVERSITY HOSPITALS OF DERBY AND BURTON NHS FOUNDATION TRUST|University Hospitals of Derby and Burton NHS Foundation Trust",
                "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST|The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
                "GUY'S AND ST THOMAS' NHS FOUNDATION TRUST|Guy's and St Thomas' NHS Foundation Trust",
                "HENLEY-IN-ARDEN MED CTR|Henley-in-Arden Med Ctr",
                "CAMP HILL GP LED HEALTH CENTRE|Camp Hill GP Led Health Centre",
                "NHS DERBY AND DERBYSHIRE ICB|NHS Derby and Derbyshire ICB",
                "PHASE II SURGERY|Phase II Surgery",
                "THE SURGERY AT WHEATBRIDGE|The Surgery at Wheatbridge",
                "PEAK & DALES MEDICAL PARTNERSHIP|Peak & Dales Medical Partnership",
                "DR O'BRIEN AND MCDONALD|Dr O'Brien and McDonald",
                "DR. N.J. BHATT & DR. H.M. BENN|Dr. N.J. Bhatt & Dr. H.M. Benn",
                "HILLFIELDS - THE ANCHOR|Hillfields - The Anchor",
                "IC24 LTD|IC24 Ltd",
                "WESTWOOD MEDICAL H/CENTRE|Westwood Medical H/Centre",
                "CUBBINGTON RD SURGERY|Cubbington Rd Surgery",
                "SPRINGS  HEALTH   CENTRE|Springs Health Centre"
            })
    void aRegisteredNameIsWrittenAsAPersonWould(String registered, String shown) {
        assertThat(PresentableName.of(registered)).isEqualTo(shown);
    }
}
