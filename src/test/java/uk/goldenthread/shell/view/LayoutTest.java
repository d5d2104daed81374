package uk.goldenthread.shell.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gg.jte.Content;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Content BODY = output -> output.writeContent("<h1>Returns</h1>");

    @Test
    void theHeaderSaysInWordsWhereThePersonActs() {
        var page = layout(Frames.designatedNurse(), Map.of());

        assertThat(page.document().select(".gt-acting__where").text())
                .isEqualTo("Acting for NHS Northmoor and Vale ICB · Designated nurse");
        assertThat(page.document().select(".gt-acting form button").eachText())
                .containsExactly("NHS Westfold ICB · Designated nurse");
        assertThat(page.document().select(".gt-acting form button").attr("value"))
                .isEqualTo("QX2/designated-nurse");
    }

    @Test
    void theNavigationShowsWhereOneIs() {
        var page = layout(Frames.designatedNurse(), Map.of());

        assertThat(page.links(".nhsuk-header__navigation"))
                .containsExactly(
                        "Home",
                        "Providers",
                        "Returns",
                        "Assessments",
                        "Actions",
                        "Cases",
                        "Meetings and papers",
                        "Library");
        assertThat(page.document().select(".gt-more details a").eachText())
                .as("folded behind one word")
                .containsExactly("Library");
        assertThat(page.document()
                        .select(".nhsuk-header__navigation [aria-current]")
                        .eachText())
                .containsExactly("Returns");
    }

    @Test
    void signingOutIsAFormThatCarriesTheToken() {
        var form = layout(Frames.designatedNurse(), Map.of()).document().selectFirst("form[action=/sign-out]");

        assertThat(form).isNotNull();
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.select("input[name=_csrf]").attr("value")).isEqualTo("token-1");
        assertThat(form.select("button").text()).isEqualTo("Sign out");
    }

    @Test
    void aPageOfThePastSaysSoAndLeadsBackToToday() {
        var page = layout(Frames.lookingBack(), Map.of());

        assertThat(page.document().select(".gt-asat").text())
                .isEqualTo("You are seeing this as it stood on 14 March 2026 at 9am. Nothing can be changed here."
                        + " Back to today");
        assertThat(page.links(".gt-asat")).containsExactly("Back to today");
        assertThat(layout(Frames.designatedNurse(), Map.of()).document().select(".gt-asat"))
                .isEmpty();
    }

    @Test
    void aDemonstrationSaysThatAllIsInvented() {
        assertThat(layout(Frames.designatedNurse(), Map.of())
                        .document()
                        .select(".gt-demonstration")
                        .text())
                .contains("invented");
        assertThat(layout(Frames.lookingBack(), Map.of()).document().select(".gt-demonstration"))
                .isEmpty();
    }

    @Test
    void theTitleSaysPageSectionAndService() {
        var frame = Frames.designatedNurse();

        assertThat(layout(frame, Map.of()).title()).isEqualTo("Quarter 4 - Returns - Golden Thread");
        assertThat(layout(frame, Map.of("errors", true)).title())
                .isEqualTo("Error: Quarter 4 - Returns - Golden Thread");
        assertThat(frame.title("Returns", "Returns", false)).isEqualTo("Returns - Golden Thread");
    }

    @Test
    void whatWasJustDoneIsSaidOnce() {
        var page = layout(Frames.designatedNurse().withNotice("Return submitted"), Map.of());

        assertThat(page.document()
                        .select("main .nhsuk-notification-banner--success p")
                        .eachText())
                .containsExactly("Return submitted");
        assertThat(layout(Frames.designatedNurse(), Map.of()).document().select(".nhsuk-notification-banner"))
                .isEmpty();
    }

    @Test
    void somebodySignedOutSeesNoNavigationAndNoAccount() {
        var page = layout(Frame.bare(), Map.of());

        assertThat(page.document().select("nav")).isEmpty();
        assertThat(page.document().select("meta[name^=gt-]")).isEmpty();
        assertThat(page.links("footer")).containsExactly("Accessibility statement", "Privacy", "About this service");
    }

    @Test
    void theFirstLinkSkipsToThePage() {
        var first = layout(Frames.designatedNurse(), Map.of()).document().selectFirst("body a");

        assertThat(first).isNotNull();
        assertThat(first.text()).isEqualTo("Skip to main content");
        assertThat(first.attr("href")).isEqualTo("#maincontent");
    }

    @Test
    void aNameWithMarkupInItIsShownAsWritten() {
        var frame = Frames.designatedNurse().withNotice("<script>alert(1)</script> saved");
        var page = layout(frame, Map.of());

        assertThat(page.document().select("main script")).isEmpty();
        assertThat(page.document().select("main").text()).contains("<script>alert(1)</script> saved");
    }

    @Test
    void moreThanSevenPlacesToGoAreRefused() {
        var place = new Frame.NavigationItem("Somewhere", "/somewhere", false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Frame(
                        Frame.SERVICE,
                        Collections.nCopies(8, place),
                        null,
                        Frame.Csrf.NONE,
                        null,
                        false,
                        null,
                        null,
                        0));
    }

    private static Rendered layout(Frame frame, Map<String, ?> more) {
        var params = new HashMap<String, Object>(
                Map.of("frame", frame, "title", "Quarter 4", "section", "Returns", "content", BODY));
        params.putAll(more);
        return Rendered.page("shell/layout.jte", params);
    }
}
