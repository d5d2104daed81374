package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.shell.view.Frame;

/// Puts the frame around every page: who acts and where, where they can go, whether the past is shown.
@Component
class FrameInterceptor implements HandlerInterceptor {
    private static final int MOST_ENTRIES = 7;

    private final List<NavigationEntry> entries;
    private final Accounts accounts;
    private final Roles roles;
    private final ObjectProvider<OnTheThread> things;
    private final boolean demonstration;

    FrameInterceptor(
            ObjectProvider<NavigationEntry> entries,
            Accounts accounts,
            Roles roles,
            ObjectProvider<OnTheThread> things,
            Environment environment) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.accounts = accounts;
        this.roles = roles;
        this.things = things;
        this.demonstration = environment.getProperty("GOLDENTHREAD_DEMO", Boolean.class, false);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || view.getViewName() == null || view.getViewName().startsWith("redirect:")) {
            return;
        }
        view.addObject("frame", frame(request, response));
    }

    Frame frame(HttpServletRequest request, HttpServletResponse response) {
        var csrf = csrf(request);
        var found = ActorFilter.found(request);
        if (found == null) {
            return Frame.signedOut(csrf, demonstration);
        }
        var actor = found.actor();
        return new Frame(
                Frame.SERVICE,
                navigation(actor, request.getRequestURI()),
                account(actor, found.places()),
                csrf,
                asAt(request),
                demonstration,
                Notices.take(request, response),
                thread(actor, request),
                (int) Sessions.IDLE.toSeconds());
    }

    private List<Frame.NavigationItem> navigation(Actor actor, String path) {
        return places(actor).limit(inTheBar(actor)).map(e -> item(e, path)).toList();
    }

    /// What this person may open, what their role uses most first.
    private Stream<NavigationEntry> places(Actor actor) {
        var sections = roles.sectionsOf(actor.roles());
        return entries.stream().filter(e -> e.isFor(actor)).sorted(Comparator.comparingInt(e -> {
            int rank = sections.indexOf(e.section());
            return rank < 0 ? sections.size() : rank;
        }));
    }

    private int inTheBar(Actor actor) {
        return roles.areOfPractices(actor.roles()) ? 1 : MOST_ENTRIES;
    }

    private static Frame.NavigationItem item(NavigationEntry entry, String path) {
        return new Frame.NavigationItem(entry.label(), entry.href(), isWithin(path, entry.href()));
    }

    private static boolean isWithin(String path, String href) {
        return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
    }

    private Frame.Account account(Actor actor, int places) {
        List<Accounts.Place> others = places < 2 ? List.of() : accounts.places(actor.account());
        var elsewhere = others.stream()
                .filter(p -> p.icb() != actor.icb() || p.organisation() != actor.organisation())
                .map(p -> new Frame.Elsewhere(
                        p.icb() + "-" + p.organisation(),
                        p.icb() == p.organisation()
                                ? p.organisationName()
                                : p.organisationName() + ", for " + p.icbName()))
                .toList();
        var acting = place(actor, others) + " · " + String.join(", ", actor.roleNames());
        return new Frame.Account(actor.name(), acting, elsewhere, menu(actor));
    }

    /// For which ICB is said where a person acts at one organisation for several.
    private static String place(Actor actor, List<Accounts.Place> places) {
        var several = places.stream()
                .anyMatch(each -> each.organisation() == actor.organisation() && each.icb() != actor.icb());
        return several ? actor.organisationName() + ", for " + actor.icbName() : actor.organisationName();
    }

    /// The places that the bar has no room for, then those that keep the system.
    private List<Frame.NavigationItem> menu(Actor actor) {
        var keeping = Stream.of(
                        new NavigationEntry(2, "Directory", "/directory", Permission.DIRECTORY_VIEW),
                        new NavigationEntry(2, "Imports", "/imports", Permission.IMPORT_PREPARE),
                        new NavigationEntry(2, "Imports", "/imports", Permission.IMPORT_APPROVE),
                        new NavigationEntry(3, "Measures and rules", "/catalogue", Permission.CATALOGUE_VIEW),
                        new NavigationEntry(4, "Ledger", "/ledger", Permission.LEDGER_VIEW),
                        new NavigationEntry(5, "People and roles", "/accounts", Permission.ACCOUNT_ADMINISTER),
                        new NavigationEntry(6, "Mail", "/notifications/mail", Permission.ACCOUNT_ADMINISTER))
                .filter(e -> e.isFor(actor));
        return Stream.concat(places(actor).skip(inTheBar(actor)), keeping)
                .map(e -> new Frame.NavigationItem(e.label(), e.href(), false))
                .distinct()
                .toList();
    }

    private @Nullable String thread(Actor actor, HttpServletRequest request) {
        var path = request.getRequestURI();
        return actor.may(Permission.THREAD_VIEW) && things.stream().anyMatch(each -> each.isAThing(path))
                ? AsAtArgument.shown(request).on("/thread?at=" + path)
                : null;
    }

    private static Frame.@Nullable AsAt asAt(HttpServletRequest request) {
        var instant = AsAtArgument.shown(request).instant();
        if (instant == null) {
            return null;
        }
        var today = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("asAt")
                .build()
                .toUriString();
        return new Frame.AsAt(Dates.moment(instant), today);
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null
                ? Frame.Csrf.NONE
                : new Frame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
    }
}
