package uk.goldenthread.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One person at one browser: real Chromium, signed in through the real form, with the checks every page must pass.
/// Each session has cookies of its own; close it after the test.
///
/// The browser is what GOLDENTHREAD_TEST_BROWSER names, or Chromium in `/usr/bin`: the one without a window where it is
/// there, for it takes a third of the time.
public final class BrowserSession implements AutoCloseable {
    private static final int NARROWEST = 320;
    private static final int PHONE = 360;
    private static final boolean PICTURES = Boolean.getBoolean("pictures");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path AXE = Path.of("node_modules", "axe-core", "axe.min.js");
    private static final String RUN_AXE = """
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
              return found.violations.map(v => v.id + ': ' + v.help + ' at '
                + v.nodes.slice(0, 5).map(n => n.target.join(' ')).join(' | '));
            }
            """;
    private static final String TOO_WIDE = """
            () => {
              const wide = document.documentElement.clientWidth;
              const unseen = [...document.querySelectorAll('.gt-chart__scroll')]
                .filter(c => [...c.querySelectorAll('[data-point]')].slice(-1)
                  .some(point => point.getBoundingClientRect().right > c.getBoundingClientRect().right + 1))
                .map(c => 'the latest point is out of sight: ' + c.ariaLabel);
              if (document.documentElement.scrollWidth <= wide) return unseen;
              return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest('.gt-dense, .gt-chart__scroll'))
                .slice(0, 5).map(e => e.tagName + '.' + e.className)
                .concat(['page is ' + document.documentElement.scrollWidth + ' wide']);
            }
            """;

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private final Given given;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private UnaryOperator<String> addresses;

    private BrowserSession(Given given, Browser.NewContextOptions options) {
        this.given = given;
        this.addresses = given::address;
        this.context = browser().newContext(options.setLocale("en-GB").setTimezoneId("Europe/London"));
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                complaints.add(message.text());
            }
        });
    }

    /// A refused form answers 422 on purpose. And the design system's style sheet names a remote font: where a machine
    /// has
    /// none of the faces we name before it, the browser asks for that one and our content policy rightly stops it.
    private static boolean isExpected(String complaint) {
        return complaint.contains("Failed to load resource") || complaint.contains("https://assets.nhs.uk/fonts/");
    }

    /// At a desk: 1280 by 900.
    public static BrowserSession atADesk(Given given) {
        return new BrowserSession(given, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /// On a phone: 360 by 740.
    public static BrowserSession onAPhone(Given given) {
        return new BrowserSession(
                given,
                new Browser.NewContextOptions().setViewportSize(PHONE, 740).setHasTouch(true));
    }

    /// At a desk, with JavaScript switched off.
    public static BrowserSession withoutJavaScript(Given given) {
        return new BrowserSession(
                given,
                new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    /// Reaches the service over that line from now on.
    public BrowserSession over(Line line) {
        addresses = line::address;
        return this;
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            var program = program();
            assertThat(program)
                    .as("a Chromium for the browser tests; set GOLDENTHREAD_TEST_BROWSER to another")
                    .isExecutable();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(BrowserSession::closeBrowser, "close-browser"));
        }
        return browser;
    }

    private static Path program() {
        var named = System.getenv("GOLDENTHREAD_TEST_BROWSER");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        var withoutWindow = Path.of("/usr/bin/chromium-headless-shell");
        return Files.isExecutable(withoutWindow) ? withoutWindow : Path.of("/usr/bin/chromium");
    }

    private static synchronized void closeBrowser() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            browser = null;
        }
    }

    /// The page in front of the person, for whatever this class has no words for.
    public Page page() {
        return page;
    }

    /// Signs in through the form, with password and code, and waits for Home.
    public BrowserSession signIn(Given.Person person) {
        var code = given.code(person);
        page.navigate(addresses.apply("/sign-in"));
        page.getByLabel("E-mail address").fill(person.signInName());
        page.getByLabel("Password").fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByLabel("Password").fill(person.password());
        page.getByLabel("Code from your authenticator app").fill(code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(addresses.apply("/"));
        return this;
    }

    /// Opens an address of the service, which must answer well.
    public Page open(String path) {
        var answer = page.navigate(addresses.apply(path));
        assertThat(answer.status()).as("status of " + path).isLessThan(400);
        return page;
    }

    /// No accessibility mistake that axe-core can find, in WCAG 2.2 AA or its own advice.
    public void assertNoAxeViolations() {
        page.evaluate(axe());
        @SuppressWarnings("unchecked")
        var violations = (List<String>) page.evaluate(RUN_AXE);
        assertThat(violations).as("axe on " + page.url()).isEmpty();
    }

    /// At 320 pixels the page does not scroll sideways (WCAG 1.4.10); tables and charts may, in boxes of their own,
    /// where
    /// a chart of points in time shows its latest first.
    public void assertFitsTheNarrowest() {
        assertThat(tooWide()).as("wider than the window on " + page.url()).isEmpty();
        var before = page.viewportSize();
        page.setViewportSize(NARROWEST, 740);
        var wide = tooWide();
        page.setViewportSize(before.width, before.height);
        assertThat(wide).as("wider than 320 pixels on " + page.url()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<String> tooWide() {
        return (List<String>) page.evaluate(TOO_WIDE);
    }

    /// The browser reported no script error and no broken content policy since the session began.
    public void assertNoComplaints() {
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /// Everything a page must pass: axe, the narrowest width, a quiet browser, one h1. Takes its picture too, as it is
    /// and on a phone, when pictures are asked for.
    public void assertGoodPage(String name) {
        page.waitForLoadState(); // a press of a link waits for the answer alone, not for its styles
        assertThat(page.locator("h1").count()).as("h1 on " + page.url()).isEqualTo(1);
        assertNoAxeViolations();
        assertFitsTheNarrowest();
        assertNoComplaints();
        screenshot(name);
        var before = page.viewportSize();
        if (PICTURES && before.width > PHONE) {
            page.setViewportSize(PHONE, 740);
            screenshot(name + "-phone");
            page.setViewportSize(before.width, before.height);
        }
    }

    /// Keeps a picture of the whole page in `target/screenshots/NAME.png` when pictures are asked for
    /// (`-Dpictures=true`): taking them is a good part of the time of a browser test.
    public void screenshot(String name) {
        if (!PICTURES) {
            return;
        }
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /// Shows the page as it prints, for a picture of it.
    public void asPrinted() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is not here: run npm ci", e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
