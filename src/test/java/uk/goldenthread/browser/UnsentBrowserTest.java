package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.catalogue.OwnSetting;
import uk.goldenthread.rulebook.RuleChanges;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.Line;
import uk.goldenthread.visits.Recording;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.VisitReports;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.TypedField;
import uk.goldenthread.visits.model.VisitKind;

/// What was typed on a visit without a line and not sent before the tab was closed.
@GoldenThreadTest
class UnsentBrowserTest {
    private static final String KEPT = "JSON.stringify(Object.fromEntries(Object.entries(localStorage)))";

    @Autowired
    Given given;

    @Autowired
    Visits visits;

    @Autowired
    Recording recording;

    @Autowired
    VisitReports reports;

    @Autowired
    VisitReading reading;

    @Autowired
    RuleChanges rules;

    private Given.Organisation icb;
    private Given.Person nurse;
    private Given.Person doctor;
    private LocalDate today;
    private long visit;

    @BeforeEach
    void aVisitThatIsUnderWay() {
        icb = given.icb();
        nurse = given.person("DESIGNATED_NURSE", icb);
        doctor = given.person("DESIGNATED_DOCTOR", icb);
        today = LocalDate.now(ZoneId.of("Europe/London"));
        visit = visits.plan(
                        nurse.actor(),
                        given.provider(icb, "ACUTE").id(),
                        VisitKind.WALKROUND,
                        "Walk-round of the wards",
                        today,
                        "")
                .orElseThrow();
        visits.confirm(nurse.actor(), visit, today).orElseThrow();
    }

    @Test
    void whatWasTypedOfflineIsBackWhenTheClosedTabIsOpenedAgainAndLeavesTheBrowserOnceSaved() {
        try (var line = Line.to(given);
                var tablet = BrowserSession.onAPhone(given).over(line)) {
            var page = form(tablet);
            page.getByLabel("Notes on E1").fill("Posters at both doors");
            page.getByLabel("Notes on E2").focus();
            page.getByText("Saved").waitFor();
            assertThat(page.evaluate(KEPT))
                    .as("what is saved is kept nowhere else")
                    .isEqualTo("{}");
            line.cut();
            page.locator("[name='E2.score'][value=PARTLY]").check();
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByText("Not saved yet: no connection").waitFor();
            page.getByLabel("Notes on E3").fill("Typed to the last mome");
            assertThat(page.evaluate(KEPT).toString())
                    .contains(
                            "A room behind the desk",
                            "Typed to the last mome",
                            nurse.actor().account() + ":/visits/")
                    .doesNotContain("Posters", "csrf");

            var again = closedAndReopened(page, line);

            assertThat(again.locator("[data-autosave-back]").innerText())
                    .contains("had not been sent when this page was closed", "It is back in its 3 fields");
            assertThat(again.getByLabel("Notes on E2").inputValue()).isEqualTo("A room behind the desk");
            again.waitForCondition(() -> again.evaluate(KEPT).equals("{}"));
            again.reload();
            assertThat(again.locator("[data-autosave-back]").count()).isZero();
            var answers = reading.whole(nurse.actor(), AsAt.PRESENT, visit).answers();
            assertThat(answers.get("E2").score()).isEqualTo("PARTLY");
            assertThat(answers.get("E2").words()).isEqualTo("A room behind the desk");
            assertThat(answers.get("E3").words()).isEqualTo("Typed to the last mome");
        }
    }

    @Test
    void whatAnotherVisitorWroteMeanwhileStandsBesideIt() {
        try (var line = Line.to(given);
                var tablet = BrowserSession.onAPhone(given).over(line)) {
            var page = form(tablet);
            bothAnswer(page, line);

            var again = closedAndReopened(page, line);

            again.waitForCondition(() -> again.evaluate(KEPT).equals("{}"));
            assertBothStand(again);
        }
    }

    @Test
    void whatAnotherVisitorWroteMeanwhileStandsBesideItInATabThatWasNeverClosedToo() {
        try (var line = Line.to(given);
                var tablet = BrowserSession.onAPhone(given).over(line)) {
            var page = form(tablet);
            bothAnswer(page, line);

            line.mend();

            page.locator(".gt-meanwhile").nth(1).waitFor();
            assertBothStand(page);
            tablet.assertGoodPage("visit-meanwhile");
            page.locator("[name='E2.score'][value=PARTLY]").check();
            page.waitForCondition(
                    () -> page.locator("[data-autosave-note]").innerText().startsWith("Saved"));
            var answer =
                    reading.whole(nurse.actor(), AsAt.PRESENT, visit).answers().get("E2");
            assertThat(answer.score()).as("chosen again on purpose").isEqualTo("PARTLY");
            assertThat(answer.words()).isEqualTo("No room at all\nA room behind the desk");
        }
    }

    /// The nurse answers without a line, and meanwhile the doctor does.
    private void bothAnswer(Page page, Line line) {
        line.cut();
        page.getByLabel("Notes on E2").fill("A room behind the desk");
        page.locator("[name='E2.score'][value=MET]").check();
        page.getByText("Not saved yet: no connection").waitFor();
        recording
                .save(
                        doctor.actor(),
                        visit,
                        TypedField.score("E2", "NOT_SEEN"),
                        TypedField.words("E2", "No room at all"))
                .orElseThrow();
    }

    private static void assertBothStand(Page page) {
        assertThat(page.getByLabel("Notes on E2").inputValue()).isEqualTo("No room at all\nA room behind the desk");
        assertThat(page.locator("[name='E2.score'][value=NOT_SEEN]").isChecked())
                .isTrue();
        assertThat(page.locator(".gt-meanwhile").allInnerTexts())
                .satisfiesExactly(
                        choice -> assertThat(choice).contains("theirs stays"),
                        words -> assertThat(words).contains("Their words stand above yours"));
    }

    @Test
    void aFormLeftOpenWritesNothingThatItsReaderDidNotTouch() {
        try (var desk = BrowserSession.withoutJavaScript(given)) {
            var page = form(desk);
            recording
                    .save(
                            doctor.actor(),
                            visit,
                            TypedField.score("E1", "MET"),
                            TypedField.words("E1", "Posters at both doors"),
                            TypedField.words("E2", "No room at all"))
                    .orElseThrow();
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByLabel("How many staff").fill("7");

            page.getByText("Save and go back to the visit").click();

            assertThat(page.locator("main").innerText()).contains("Somebody else had answered E2 meanwhile");
            var whole = reading.whole(nurse.actor(), AsAt.PRESENT, visit);
            assertThat(whole.answers().get("E1").words()).isEqualTo("Posters at both doors");
            assertThat(whole.answers().get("E1").score()).isEqualTo("MET");
            assertThat(whole.answers().get("E2").words()).isEqualTo("No room at all\nA room behind the desk");
            assertThat(whole.visit().happened().sampled().staff()).isEqualTo(7);
        }
    }

    @Test
    void whatARefusedFormHeldIsShownAgain() {
        try (var desk = BrowserSession.withoutJavaScript(given)) {
            var page = form(desk);
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByLabel("How many staff").fill("seven");

            page.getByText("Save and go back to the visit").click();

            assertThat(page.locator(".nhsuk-error-summary").innerText()).contains("Enter a whole number up to 999.");
            assertThat(page.getByLabel("How many staff").inputValue()).isEqualTo("seven");
            assertThat(page.getByLabel("Notes on E2").inputValue()).isEqualTo("A room behind the desk");
            page.getByLabel("How many staff").fill("7");
            page.getByText("Save and go back to the visit").click();
            var whole = reading.whole(nurse.actor(), AsAt.PRESENT, visit);
            assertThat(whole.answers().get("E2").words()).isEqualTo("A room behind the desk");
            assertThat(whole.visit().happened().sampled().staff()).isEqualTo(7);
        }
    }

    @Test
    void whatIsCorrectedWhileTheFirstIsStillOnItsWayIsSentToo() {
        try (var desk = BrowserSession.atADesk(given)) {
            var page = form(desk);
            var held = new ArrayList<Route>();
            page.route("**/field", held::add);
            var staff = page.getByLabel("How many staff");
            staff.fill("seven");
            staff.blur();
            page.waitForCondition(() -> held.size() == 1);
            staff.fill("7");
            staff.blur();

            page.unroute("**/field");
            held.getFirst().resume();

            page.waitForCondition(() -> page.evaluate(KEPT).equals("{}"));
            assertThat(reading.whole(nurse.actor(), AsAt.PRESENT, visit)
                            .visit()
                            .happened()
                            .sampled()
                            .staff())
                    .isEqualTo(7);
        }
    }

    @Test
    void whereTheAnswerWasLostWhatOneWroteBeforeIsWrittenOver() {
        try (var desk = BrowserSession.atADesk(given)) {
            var page = form(desk);
            page.route("**/field", route -> {
                route.fetch();
                route.abort();
            });
            page.locator("[name='E2.score'][value=MET]").check();
            page.getByText("Not saved yet: no connection").waitFor();
            page.unroute("**/field");

            page.locator("[name='E2.score'][value=PARTLY]").check();

            page.waitForCondition(() -> page.evaluate(KEPT).equals("{}"));
            assertThat(page.locator(".gt-meanwhile").count()).isZero();
            assertThat(reading.whole(nurse.actor(), AsAt.PRESENT, visit)
                            .answers()
                            .get("E2")
                            .score())
                    .isEqualTo("PARTLY");
        }
    }

    @Test
    void anAnswerThatIsNotTheServicesIsNotTakenForSaved() {
        try (var desk = BrowserSession.atADesk(given)) {
            var page = form(desk);
            page.onDialog(Dialog::accept);
            page.route(
                    "**/field", route -> route.fulfill(new Route.FulfillOptions().setBody("<p>Log on to our Wi-Fi")));
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByLabel("Notes on E3").focus();

            page.getByText("Not saved yet. What you typed is kept here").waitFor();

            assertThat(page.evaluate(KEPT).toString()).contains("A room behind the desk");
        }
    }

    @Test
    void whereTheDraftWasWrittenMeanwhileTheFormSaysSoAndStillShowsWhatWasTyped() {
        try (var desk = BrowserSession.withoutJavaScript(given)) {
            var page = form(desk);
            draft();
            page.getByLabel("Notes on E2").fill("A room behind the desk");

            page.getByText("Save and go back to the visit").click();

            assertThat(page.locator(".nhsuk-error-summary").innerText())
                    .contains("What was seen can be changed until the draft report is written.");
            assertThat(page.getByLabel("Notes on E2").inputValue()).isEqualTo("A room behind the desk");
        }
    }

    private void draft() {
        visits.carriedOut(nurse.actor(), visit, today).orElseThrow();
        var fields = reading.template().parts().stream()
                .flatMap(part -> part.questions().stream())
                .map(question -> TypedField.score(question.code(), "MET"))
                .collect(Collectors.toCollection(ArrayList::new));
        fields.add(TypedField.of("staff", "6"));
        fields.add(TypedField.of("records", "5"));
        recording.save(nurse.actor(), visit, fields).orElseThrow();
        reports.draft(nurse.actor(), visit, "Staff know whom to call").orElseThrow();
    }

    @Test
    void signingOutLeavesNothingInTheBrowser() {
        try (var tablet = BrowserSession.atADesk(given)) {
            var page = form(tablet);
            page.onDialog(Dialog::accept);
            page.route("**/field", Route::abort);
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByLabel("Notes on E3").focus();
            page.getByText("Not saved yet: no connection").waitFor();
            assertThat(page.evaluate(KEPT).toString()).contains("A room behind the desk");

            page.locator("form[action='/sign-out'] button:visible").first().click();

            page.waitForURL("**/sign-in");
            assertThat(page.evaluate(KEPT)).isEqualTo("{}");
        }
    }

    @Test
    void savingTheWholeFormLeavesNothingInTheBrowser() {
        try (var tablet = BrowserSession.atADesk(given)) {
            var page = form(tablet);
            page.route("**/field", Route::abort);
            page.getByLabel("Notes on E2").fill("A room behind the desk");

            page.getByText("Save and go back to the visit").click();

            page.waitForURL("**/visits/" + visit);
            assertThat(page.evaluate(KEPT)).isEqualTo("{}");
            assertThat(reading.whole(nurse.actor(), AsAt.PRESENT, visit)
                            .answers()
                            .get("E2")
                            .words())
                    .isEqualTo("A room behind the desk");
        }
    }

    @Test
    void anEndedSessionIsNotTakenForSavedAndWhatWasTypedIsBackAfterSigningIn() {
        try (var tablet = BrowserSession.atADesk(given)) {
            var page = form(tablet);
            page.context().clearCookies();
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByLabel("Notes on E3").focus();
            page.getByText("Not saved.").waitFor();

            tablet.signIn(nurse).open("/visits/%d/record".formatted(visit));

            assertThat(page.locator("[data-autosave-back]").innerText()).contains("It is back in its field");
            tablet.assertGoodPage("visit-unsent");
            page.waitForCondition(() -> page.evaluate(KEPT).equals("{}"));
        }
    }

    @Test
    void anIcbThatKeepsNothingInBrowsersKeepsNothing() {
        rules.make(
                        given.person("ADULT_LEAD", icb).actor(),
                        new RuleChanges.Wanted(
                                new OwnSetting("VISIT.unsent", 1, today, BigDecimal.ZERO),
                                "Tablets are shared between teams"))
                .orElseThrow();
        try (var tablet = BrowserSession.onAPhone(given)) {
            var page = form(tablet);
            page.context().setOffline(true);
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByLabel("Notes on E3").focus();
            page.getByText("Not saved yet: no connection").waitFor();

            assertThat(page.evaluate(KEPT)).isEqualTo("{}");
        }
    }

    private Page form(BrowserSession session) {
        return session.signIn(nurse).open("/visits/%d/record".formatted(visit));
    }

    private Page closedAndReopened(Page page, Line line) {
        var again = page.context().newPage();
        page.close();
        line.mend();
        again.navigate(line.address("/visits/%d/record".formatted(visit)));
        again.locator("[data-autosave-back]").waitFor();
        return again;
    }
}
