package uk.goldenthread.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSettingsTest {
    @Test
    void aPasswordMayHoldAnyCharacter() {
        var settings = SmtpSettings.parse("smtps://mail%40icb:p%40ss+w%3Ard@smtp.example.nhs.uk", "gt@example.nhs.uk");

        assertThat(settings.user()).isEqualTo("mail@icb");
        assertThat(settings.password()).isEqualTo("p@ss+w:rd");
        assertThat(settings.encrypted()).isTrue();
        assertThat(settings.port()).isEqualTo(465);
        assertThat(settings.from()).isEqualTo("gt@example.nhs.uk");
    }

    @Test
    void aServerMayNeedNoPassword() {
        var settings = SmtpSettings.parse("smtp://relay.example.nhs.uk", null);

        assertThat(settings.user()).isNull();
        assertThat(settings.port()).isEqualTo(587);
        assertThat(settings.from()).isEqualTo("golden-thread@relay.example.nhs.uk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay", "http://relay", "smtp://", "smtp://user@relay", "smtp://us er:x@relay"})
    void aWrongAddressIsSaidInOneLineWithoutIt(String url) {
        assertThatThrownBy(() -> SmtpSettings.parse(url, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GOLDENTHREAD_SMTP_URL")
                .hasMessageNotContaining("us er");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(SmtpSettings.parse("smtp://user:secret@relay:25", null)).hasToString("relay:25");
    }

    @Test
    void theSenderMustBeAnAddress() {
        assertThatThrownBy(() -> SmtpSettings.parse("smtp://relay", "nobody\r\nBcc: all@example.org"))
                .hasMessage("GOLDENTHREAD_MAIL_FROM must be one e-mail address");
    }
}
