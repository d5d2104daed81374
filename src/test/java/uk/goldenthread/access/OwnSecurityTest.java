package uk.goldenthread.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.access.SignIns.Attempt;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class OwnSecurityTest {
    private static final String WORDS = "tin river harbour oak";

    @Autowired
    Given given;

    @Autowired
    OwnSecurity security;

    @Autowired
    SignIns signIns;

    @Autowired
    AccountAdministration administration;

    @Autowired
    Accounts accounts;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewPasswordSignsOutEverywhereElseAndIsToldByMail() {
        var icb = given.icb();
        var person = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        var here = session(person, null);
        var there = session(person, null);

        var answer = postForm(here, "/account/password", form(person.password(), WORDS, WORDS));

        assertThat(answer.headers().firstValue("Location")).hasValue(given.address("/account"));
        assertThat(get(here, "/account").statusCode()).isEqualTo(200);
        assertThat(get(there, "/account").statusCode()).isEqualTo(302);
        assertThat(attempt(person, person.password(), null)).isInstanceOf(Attempt.Wrong.class);
        assertThat(attempt(person, WORDS, null)).isInstanceOf(Attempt.SignedIn.class);
        assertThat(mails(icb)).containsExactly("SECURITY [{\"count\": 1, \"words\": \"Your password was changed\"}]");
    }

    @Test
    void withoutThePresentPasswordNothingChangesAndGuessingEnds() {
        var icb = given.icb();
        var person = given.person("PRACTICE_LEAD", icb, given.provider(icb, "GP"));
        for (var i = 0; i < SignIns.TRIES; i++) {
            assertThat(refusals(person, "guess " + i)).containsExactly("The present password is not right");
        }

        assertThat(refusals(person, person.password()))
                .containsExactly("Too many tries. Wait 15 minutes, then try again");
        assertThat(attempt(person, person.password(), null)).isInstanceOf(Attempt.SignedIn.class);
    }

    @Test
    void whoeverFindsATokenCannotTakeTheAccountWithIt() {
        var icb = given.icb();
        var person = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        var secret = OneTimeCodes.newSecret();
        var code = OneTimeCodes.codeAt(secret, java.time.Instant.now().getEpochSecond() / 30);
        var app = "secret=%s&code=%s".formatted(java.util.HexFormat.of().formatHex(secret), code);

        assertThat(List.of(
                        given.post(person, "/account/second-factor", app),
                        given.post(person, "/account/recovery-codes", ""),
                        given.post(person, "/account/password", form(person.password(), WORDS, WORDS))))
                .allSatisfy(OwnSecurityTest::refusesATokenWithAReason);
        assertThat(entries(icb))
                .as("each attempt")
                .contains(
                        "REFUSED ACCOUNT_OWN address/account/password",
                        "REFUSED ACCOUNT_OWN address/account/recovery-codes",
                        "REFUSED ACCOUNT_OWN address/account/second-factor");
        assertThat(security.of(person.actor()).secondFactor()).isFalse();
        assertThat(attempt(person, person.password(), null)).isInstanceOf(Attempt.SignedIn.class);
    }

    @Test
    void aTokenMakesNoOtherTokenRevokesNoneAndLetsNobodyStartAgain() {
        var icb = given.icb();
        var person = given.person("DESIGNATED_NURSE", icb);
        var administrator = given.person("SYSTEM_ADMINISTRATOR", icb);
        var own = accounts.tokens(person.actor()).getFirst().id();
        var account = person.actor().account();

        assertThat(List.of(
                        given.post(person, "/account/tokens", "label=another"),
                        given.post(person, "/account/tokens/%d/revoke".formatted(own), ""),
                        given.post(administrator, "/accounts/%d/start-again".formatted(account), "")))
                .allSatisfy(OwnSecurityTest::refusesATokenWithAReason);
        assertThat(entries(icb)).contains("REFUSED TOKEN_OWN address/account/tokens");
        assertThat(accounts.tokens(person.actor())).hasSize(1);
        assertThat(attempt(person, person.password(), null)).isInstanceOf(Attempt.SignedIn.class);
    }

    @Test
    void theNewPasswordIsHeldToTheRulesAndTypedTwice() {
        var icb = given.icb();
        var person = given.person("PRACTICE_LEAD", icb, given.provider(icb, "GP"));

        assertThat(security.changePassword(
                        person.actor(),
                        new OwnSecurity.NewPassword(person.password(), "password1234", "password1234"),
                        null))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(security.changePassword(
                        person.actor(), new OwnSecurity.NewPassword(person.password(), WORDS, WORDS + "!"), null))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(attempt(person, person.password(), null)).isInstanceOf(Attempt.SignedIn.class);
    }

    @Test
    void aRoleThatSeesRestrictedRecordsSetsItsCodeUpBeforeAnythingElse() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        var session = session(nurse, null);

        for (var path : List.of("/", "/signals", "/account", "/account/password", "/account/recovery-codes")) {
            assertThat(get(session, path).headers().firstValue("Location"))
                    .as(path)
                    .hasValue(given.address("/account/second-factor"));
        }
        assertThat(get(session, "/api/v1/measures").statusCode()).isEqualTo(403);
        assertThat(get(session, "/account/second-factor").body()).contains("Your role sees restricted records");

        given.code(nurse);

        assertThat(get(session, "/signals").statusCode()).isEqualTo(200);
    }

    @Test
    void aProvidersPeopleMayDoWithout() {
        var icb = given.icb();
        var person = given.person("PROVIDER_EXECUTIVE_LEAD", icb, given.provider(icb, "ACUTE"));

        assertThat(get(session(person, null), "/").statusCode()).isEqualTo(200);
    }

    @Test
    void eachRecoveryCodeOpensTheDoorOnceAndNewOnesEndTheOld() {
        var person = given.person("DESIGNATED_NURSE", given.icb());
        given.code(person);
        var codes = security.makeRecoveryCodes(person.actor());
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.matches("([a-z2-9]{4}-){2}[a-z2-9]{4}"));

        assertThat(attempt(person, person.password(), codes.getFirst().toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(Attempt.SignedIn.class);
        assertThat(attempt(person, person.password(), codes.getFirst())).isInstanceOf(Attempt.Wrong.class);
        assertThat(security.of(person.actor()).recoveryCodes()).isEqualTo(9);
        security.makeRecoveryCodes(person.actor());

        assertThat(attempt(person, person.password(), codes.getLast())).isInstanceOf(Attempt.Wrong.class);
    }

    @Test
    void recoveryCodesAreNotReadableFromTheDatabase() {
        var person = given.person("DESIGNATED_NURSE", given.icb());
        given.code(person);
        var code = security.makeRecoveryCodes(person.actor()).getFirst().replace("-", "");

        var kept = work.read(
                Scope.system(),
                () -> jdbc.sql("select code_mac from recovery_code where account = :account")
                        .param("account", person.actor().account())
                        .query((row, _) -> row.getBytes(1))
                        .list());

        assertThat(kept).hasSize(10).noneMatch(mac -> new String(mac, StandardCharsets.ISO_8859_1).contains(code));
        assertThat(kept).noneMatch(mac -> java.util.Arrays.equals(mac, Tokens.hash(code)));
    }

    @Test
    void anotherAppReplacesTheOldOneOnlyWithThePassword() {
        var person = given.person("DESIGNATED_NURSE", given.icb());
        given.code(person);
        var secret = OneTimeCodes.newSecret();
        var code = OneTimeCodes.codeAt(secret, java.time.Instant.now().getEpochSecond() / 30);

        assertThat(security.setSecondFactor(person.actor(), secret, code, "guess"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(security.setSecondFactor(person.actor(), secret, code, person.password()))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void anAdministratorLetsAColleagueStartAgainButNoOtherIcbsPeople() {
        var icb = given.icb();
        var administrator = given.person("SYSTEM_ADMINISTRATOR", icb).actor();
        var lost = given.person("DESIGNATED_NURSE", icb);
        given.code(lost);
        var elsewhere = given.person("DESIGNATED_NURSE", given.icb());

        var first = administration.startAgain(administrator, lost.actor().account());

        assertThat(attempt(lost, lost.password(), null)).isInstanceOf(Attempt.Wrong.class);
        assertThat(attempt(lost, first, null)).isInstanceOf(Attempt.SignedIn.class);
        assertThat(given.get(lost, "/account").statusCode()).as("its tokens").isEqualTo(302);
        assertThatThrownBy(() -> administration.startAgain(
                        administrator, elsewhere.actor().account()))
                .isInstanceOf(HiddenException.class);
    }

    private List<String> refusals(Given.Person person, String present) {
        var outcome = security.changePassword(person.actor(), new OwnSecurity.NewPassword(present, WORDS, WORDS), null);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Boolean>) outcome)
                .reasons().stream().map(r -> r.message()).toList();
    }

    private Attempt attempt(Given.Person person, String password, @Nullable String code) {
        return signIns.signIn(new SignIns.Try(person.signInName(), password, code, null, "192.0.2.77"));
    }

    private String session(Given.Person person, @Nullable String code) {
        return ((Attempt.SignedIn) attempt(person, person.password(), code)).sessionToken();
    }

    private HttpResponse<String> get(String session, String path) {
        return given.send(HttpRequest.newBuilder(URI.create(given.address(path)))
                .header("Cookie", "gt_session=" + session)
                .build());
    }

    /// With the forgery token that the form's page would have given.
    private HttpResponse<String> postForm(String session, String path, String form) {
        var page = get(session, path);
        var csrf = page.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("gt_csrf="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
        var token = org.jsoup.Jsoup.parse(page.body())
                .select("input[name=_csrf]")
                .getFirst()
                .val();
        return given.send(HttpRequest.newBuilder(URI.create(given.address(path)))
                .header("Cookie", "gt_session=" + session + "; " + csrf)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token) + "&" + form))
                .build());
    }

    private static String form(String present, String wanted, String again) {
        return "present=%s&wanted=%s&again=%s".formatted(encode(present), encode(wanted), encode(again));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private List<String> mails(Given.Organisation icb) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select sort || ' ' || counts::text from outgoing_mail where icb = :icb order by id")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// As every refusal is: with 403 and in words, not with the way to the sign-in page.
    private static void refusesATokenWithAReason(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("A token cannot do this. Sign in and do it yourself.");
    }

    private List<String> entries(Given.Organisation icb) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select action || ' ' || subject from ledger.entry where icb = :icb")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}
