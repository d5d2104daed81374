package uk.goldenthread.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.Baselines;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// The pages of measures: the list, one measure across providers, one provider's chart and its rebasing.
@Controller
class MeasuresController {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Rules rules;
    private final Directory directory;
    private final MeasureLists lists;
    private final MeasurePeers peers;
    private final SeriesPages series;
    private final Baselines baselines;

    MeasuresController(Ground ground, MeasureLists lists, MeasurePeers peers, SeriesPages series, Baselines baselines) {
        this.work = ground.work();
        this.policy = ground.policy();
        this.rules = ground.rules();
        this.directory = ground.directory();
        this.lists = lists;
        this.peers = peers;
        this.series = series;
        this.baselines = baselines;
    }

    /// What the pages of this module stand on.
    @org.springframework.stereotype.Component
    record Ground(UnitOfWork work, AccessPolicy policy, Rules rules, Directory directory) {}

    @GetMapping("/measures")
    @Needs(Permission.FIGURE_VIEW)
    ModelAndView all(Actor actor, AsAt asAt, @RequestParam(name = "asAt", defaultValue = "") String carried) {
        var page = read(actor, asAt, () -> lists.all(actor, carried));
        return new ModelAndView("figures/measures", Map.of("page", page));
    }

    /// A provider has no peers here: it is led to its own chart.
    @GetMapping("/measures/{kpi}")
    @Needs(Permission.FIGURE_VIEW)
    ModelAndView one(Actor actor, AsAt asAt, @PathVariable String kpi, @RequestParam Map<String, String> asked) {
        var definition = definition(actor, asAt, kpi);
        if (actor.reach() == Scope.Reach.OWN) {
            return new ModelAndView("redirect:/measures/%s/%s%s"
                    .formatted(kpi, actor.organisationCode(), MeasureCells.carried(asked.get("asAt"), "?")));
        }
        policy.require(actor, Permission.FIGURE_COMPARE);
        var wanted = MeasurePeers.Wanted.of(asked);
        var page = read(actor, asAt, () -> peers.one(actor, definition, wanted));
        return new ModelAndView("figures/measure", Map.of("page", page));
    }

    @GetMapping("/measures/{kpi}/{code}")
    @Needs(Permission.FIGURE_VIEW)
    ModelAndView series(
            Actor actor,
            AsAt asAt,
            @PathVariable String kpi,
            @PathVariable String code,
            @RequestParam(name = "asAt", defaultValue = "") String carried) {
        return page(new Asked(actor, asAt, kpi, code, carried), SeriesPages.Typed.NOTHING);
    }

    @PostMapping("/measures/{kpi}/{code}/baselines")
    @Needs(Permission.BASELINE_SET)
    ModelAndView rebase(
            Actor actor,
            @PathVariable String kpi,
            @PathVariable String code,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var asked = new Asked(actor, AsAt.PRESENT, kpi, code, "");
        var key = key(actor, kpi, code);
        var starts = form.getOrDefault("starts", "");
        var reason = form.getOrDefault("reason", "");
        var day = day(starts);
        if (day == null) {
            var errors = FieldErrors.of("starts", "Choose the period from which the process changed");
            return page(asked, new SeriesPages.Typed(starts, reason, errors));
        }
        return switch (baselines.set(actor, key, day, reason)) {
            case Outcome.Accepted<?> _ -> done(asked, response, "The limits are worked out anew from there.");
            case Outcome.Refused<?> refused -> {
                var errors = refused.reasons().stream()
                        .map(each -> new FieldError(each.field(), each.message()))
                        .toList();
                yield page(asked, new SeriesPages.Typed(starts, reason, new FieldErrors(errors)));
            }
        };
    }

    @PostMapping("/measures/{kpi}/{code}/baselines/remove")
    @Needs(Permission.BASELINE_SET)
    ModelAndView remove(
            Actor actor,
            @PathVariable String kpi,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String starts,
            HttpServletResponse response) {
        var day = day(starts);
        var key = key(actor, kpi, code);
        var removed = day != null && baselines.remove(actor, key, day).isAccepted();
        return done(
                new Asked(actor, AsAt.PRESENT, kpi, code, ""),
                response,
                removed ? "The change of process was taken away." : "It had been taken away already.");
    }

    private record Asked(Actor actor, AsAt asAt, String kpi, String code, String carried) {}

    private static ModelAndView done(Asked asked, HttpServletResponse response, String sentence) {
        Notices.leave(response, sentence);
        return new ModelAndView("redirect:/measures/%s/%s".formatted(asked.kpi(), asked.code()));
    }

    private ModelAndView page(Asked asked, SeriesPages.Typed typed) {
        var definition = definition(asked.actor(), asked.asAt(), asked.kpi());
        var page = read(asked.actor(), asked.asAt(), () -> {
            var organisation = organisation(asked.actor(), asked.code());
            return series.page(
                    new SeriesPages.Whose(asked.actor(), definition, organisation, asked.carried()),
                    asked.asAt().isPast(),
                    typed);
        });
        return FormPage.of("figures/series", page, typed.errors());
    }

    private <T> T read(Actor actor, AsAt asAt, Supplier<T> reading) {
        return work.read(actor.scope(), asAt.instant(), reading);
    }

    private KpiDefinition definition(Actor actor, AsAt asAt, String kpi) {
        return rules.of(actor, asAt).kpis().find(kpi).orElseThrow(HiddenException::new);
    }

    private SeriesKey key(Actor actor, String kpi, String code) {
        definition(actor, AsAt.PRESENT, kpi);
        var organisation = work.read(actor.scope(), () -> organisation(actor, code));
        return new SeriesKey(actor.icb(), organisation.id(), kpi);
    }

    /// Another provider's series is hidden, not refused.
    private Organisation organisation(Actor actor, String code) {
        var organisation = directory.assuredBy(actor.icb(), code).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.FIGURE_VIEW, Resource.of(actor.icb(), organisation.id()));
        return organisation;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            return null; // the form says so
        }
    }
}
