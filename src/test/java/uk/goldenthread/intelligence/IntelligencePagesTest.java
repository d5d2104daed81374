package uk.goldenthread.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Writing down what is heard, as a browser does it.
@GoldenThreadTest
class IntelligencePagesTest {
    @Autowired
    Given given;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;

    @BeforeEach
    void aTrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
    }

    @Test
    void aRemarkIsWrittenDownListedReadAndCountsNoMore() {
        var answer = given.post(nurse, "/intelligence/new", remark("Wards are short of trained people.", "1"));
        assertThat(answer.statusCode()).isEqualTo(302);

        var list = given.get(nurse, "/intelligence?provider=" + trust.code()).body();
        assertThat(list).contains("1 remark that counts.", "Wards are short of trained people.", "Complaint");
        var href = list.replaceAll("(?s).*?href=\"(/intelligence/\\d+)\".*", "$1");
        assertThat(given.get(nurse, href).body()).contains("Heard of", "Let it count no more");

        assertThat(given.post(nurse, href + "/close", "why=no").body())
                .contains("Write between 10 and 1,000 characters.");
        assertThat(given.post(nurse, href + "/close", "why=Looked+into+on+a+visit")
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.get(nurse, "/intelligence?provider=" + trust.code()).body())
                .contains("0 remarks that count.");
        assertThat(given.get(nurse, "/intelligence?show=all&provider=" + trust.code())
                        .body())
                .contains("(Counts no more.)");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedIsKept() {
        var answer = given.post(
                nurse, "/intelligence/new", remark("<script>alert(1)</script> of NHS number 999 000 0018", "45"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This holds what looks like an NHS number.")
                .contains("Enter the day it was heard, not later than today.")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; of NHS number")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void nothingIsWrittenDownOfAnothersProvider() {
        var other = given.provider(given.icb(), "ACUTE");

        var answer = given.post(
                nurse,
                "/intelligence/new",
                remark("Wards are short of trained people.", "1").replace(trust.code(), other.code()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose the provider it is about.");
    }

    @Test
    void aNoticeIsServedAndLiftedAndARatingNeedsAGrade() {
        assertThat(given.post(nurse, "/intelligence/regulator/new", published("RATING", ""))
                        .body())
                .contains("Choose the rating overall, or that of safety, or both.");
        assertThat(given.post(nurse, "/intelligence/regulator/new", published("RATING", "GOOD"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.post(nurse, "/intelligence/regulator/new", published("RATING", "GOOD"))
                        .body())
                .contains("A rating published on that day is there already.");
        assertThat(given.post(nurse, "/intelligence/regulator/new", published("NOTICE", ""))
                        .statusCode())
                .isEqualTo(302);

        var list = given.get(nurse, "/intelligence/regulator").body();
        assertThat(list).contains("1 warning notice in force; 1 rating written down.", "Recruitment checks");
        var href = list.replaceAll("(?s).*?href=\"(/intelligence/regulator/\\d+)\".*", "$1");
        assertThat(given.post(nurse, href, "on[day]=1&on[month]=1&on[year]=2020")
                        .body())
                .contains("Enter the day it was lifted: not before it was served, not after today.");
        assertThat(given.post(nurse, href, "on[day]=3&on[month]=6&on[year]=2026")
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.get(nurse, "/intelligence/regulator").body())
                .contains("0 warning notices in force", "Lifted on 3 June 2026");
    }

    private String remark(String words, String day) {
        return "provider=%s&source=COMPLAINT&theme=TRAINING&words=%s&heardOn[day]=%s&heardOn[month]=6&heardOn[year]=2026"
                .formatted(trust.code(), URLEncoder.encode(words, StandardCharsets.UTF_8), day);
    }

    private String published(String kind, String overall) {
        return ("provider=%s&kind=%s&published[day]=1&published[month]=6&published[year]=2026&overall=%s"
                        + "&about=Recruitment+checks")
                .formatted(trust.code(), kind, overall);
    }
}
