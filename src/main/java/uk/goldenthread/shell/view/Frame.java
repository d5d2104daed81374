package uk.goldenthread.shell.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around every page: who is acting and where, where they can go, and what they must be told. Made once a
/// request and put in the model as `frame`.
///
/// @param service the service's name, as in the header and the title
/// @param navigation what this person may open, at most seven, in order
/// @param account the signed-in person; null when nobody is signed in
/// @param asAt set when the page shows the past; null for today
/// @param demonstration true where every organisation and person is invented
/// @param notice one sentence about what was just done ("Return submitted"), shown once; null for none
/// @param thread where the thread through the matter of this page is shown; null where the page is about none
/// @param idleSeconds how long the session lasts without a request; 0 when there is nothing to warn of
public record Frame(
        String service,
        List<NavigationItem> navigation,
        @Nullable Account account,
        Csrf csrf,
        @Nullable AsAt asAt,
        boolean demonstration,
        @Nullable String notice,
        @Nullable String thread,
        int idleSeconds) {
    public static final String SERVICE = "Golden Thread";

    public Frame {
        navigation = List.copyOf(navigation);
        if (navigation.size() > 7) {
            throw new IllegalArgumentException(
                    "a person sees at most seven navigation items, not " + navigation.size());
        }
        if (idleSeconds < 0) {
            throw new IllegalArgumentException("idle seconds cannot be negative: " + idleSeconds);
        }
    }

    /// The frame of a page seen before sign-in: sign-in itself, statements, some errors.
    public static Frame signedOut(Csrf csrf, boolean demonstration) {
        return new Frame(SERVICE, List.of(), null, csrf, null, demonstration, null, null, 0);
    }

    /// The frame of a page that cannot know its request, such as an error raised before the session was read.
    public static Frame bare() {
        return signedOut(Csrf.NONE, false);
    }

    public Frame withNotice(@Nullable String sentence) {
        return new Frame(service, navigation, account, csrf, asAt, demonstration, sentence, thread, idleSeconds);
    }

    public boolean signedIn() {
        return account != null;
    }

    /// The page's title: "page - section - service", so that a list of tabs or a history reads at a glance.
    ///
    /// @param section null when the page is the section
    public String title(String page, @Nullable String section, boolean withErrors) {
        var start = withErrors ? "Error: " + page : page;
        return section == null || section.equals(page)
                ? start + " - " + service
                : start + " - " + section + " - " + service;
    }

    /// One place to go. `current` marks the section the page belongs to.
    public record NavigationItem(String label, String href, boolean current) {}

    /// The signed-in person.
    ///
    /// @param acting where they act, in words: "NHS Northmoor and Vale ICB · Designated nurse"
    /// @param elsewhere the other organisations they may switch to
    /// @param menu further places under the account: library, administration
    public record Account(String name, String acting, List<Elsewhere> elsewhere, List<NavigationItem> menu) {
        public Account {
            elsewhere = List.copyOf(elsewhere);
            menu = List.copyOf(menu);
        }
    }

    /// Another organisation and role a person may act in; `value` is what the switch form posts as `acting`.
    public record Elsewhere(String value, String words) {}

    /// The token that proves a form came from this service's own page.
    public record Csrf(String parameter, String header, String token) {
        /// Where there is no session to protect.
        public static final Csrf NONE = new Csrf("_csrf", "X-CSRF-TOKEN", "");
    }

    /// The page shows the past.
    ///
    /// @param moment the instant in words: "14 March 2026 at 9am"
    /// @param today the same page as it stands now
    public record AsAt(String moment, String today) {}
}
