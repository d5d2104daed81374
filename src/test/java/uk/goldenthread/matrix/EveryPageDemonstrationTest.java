package uk.goldenthread.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.goldenthread.access.Roles;
import uk.goldenthread.demonstration.MadeDemonstration;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Every page that anybody can reach by following links in the demonstration, in a real browser: accessible, no wider
/// than the narrowest phone, quiet. Generated from the running application: a page nobody can reach fails it too.
@GoldenThreadTest
class EveryPageDemonstrationTest {
    /// What no link leads to: answers to scripts and machines, what only a form or a mail leads to (each with a browser
    /// test of its own), what only one state of a record leads to, and the page before anybody is known.
    private static final Set<String> UNLINKED = Set.of(
            "/account/still-here",
            "/error",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/actions/several",
            "/assessments/{id:\\d+}/panel/{code}",
            "/evidence/uploads/{upload}",
            "/survey/thanks",
            "/survey/{token:[0-9a-f]{32}}",
            "/evidence/{id:\\d+}/shown",
            "/evidence/lent/{lent:\\d+}/shown",
            "/account/recovery-codes",
            "/notifications/mail/stop/{token:[0-9a-f]+}",
            "/returns/{id:\\d+}/check",
            "/sign-in",
            "/sign-in/openid",
            "/sign-in/openid/done");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Roles roles;

    @Autowired
    Given given;

    @Autowired
    MadeDemonstration demonstration;

    @Test
    void everyPageIsReachedByLinksAndGoodForEveryone() {
        var walk = new PageWalk(given, pages());
        var icb = demonstration.icb();
        var trust = demonstration.organisation("ZTA");
        var practice = demonstration.organisation("ZP014");
        for (var role : roles.all()) {
            walk.walk(given.person(role.code(), icb, PermissionMatrixTest.place(role, icb, trust, practice)));
        }
        walk.walk(given.person("DESIGNATED_NURSE", demonstration.organisation("QZ8"))); // with whom trusts share
        var reached = walk.found().stream().map(PageWalk.Found::pattern).collect(Collectors.toSet());

        var softly = new SoftAssertions();
        softly.assertThat(walk.broken()).as("links that lead nowhere").isEmpty();
        softly.assertThat(pages().stream()
                        .map(Endpoints.Endpoint::pattern)
                        .filter(pattern -> !UNLINKED.contains(pattern))
                        .distinct())
                .as("pages that a link leads to")
                .allMatch(reached::contains);
        softly.assertThat(faults(walk.found())).as("faults of pages").isEmpty();
        softly.assertAll();
    }

    private List<String> faults(List<PageWalk.Found> found) {
        var faults = new ArrayList<String>();
        var sessions = new HashMap<Given.Person, BrowserSession>();
        try {
            for (var page : found) {
                if (!page.address().isEmpty()) {
                    var session = sessions.computeIfAbsent(
                            page.by(), person -> BrowserSession.atADesk(given).signIn(person));
                    var fault = faultOf(session, page);
                    if (!fault.isEmpty()) {
                        faults.add(fault);
                    }
                }
            }
        } finally {
            sessions.values().forEach(BrowserSession::close);
        }
        return faults;
    }

    private static String faultOf(BrowserSession session, PageWalk.Found page) {
        try {
            session.open(page.address());
            session.assertGoodPage("every" + page.pattern().replaceAll("[^a-z0-9]+", "-"));
            return "";
        } catch (AssertionError | RuntimeException e) {
            return "%s as %s: %s".formatted(page.address(), page.by().actor().roles(), e.getMessage());
        }
    }

    private List<Endpoints.Endpoint> pages() {
        return Endpoints.of(mapping).stream()
                .filter(endpoint -> endpoint.method().equals("GET") && !endpoint.isApi())
                .toList();
    }
}
