package uk.goldenthread.thread.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.Requirement;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.thread.DutyThread;
import uk.goldenthread.thread.Threads;

/// From any matter to its duty and to what the Board was told of it.
@Controller
class ThreadController {
    private final Threads threads;
    private final DutyThread duties;

    ThreadController(Threads threads, DutyThread duties) {
        this.threads = threads;
        this.duties = duties;
    }

    @Bean
    static NavigationEntry threadEntry() {
        return new NavigationEntry(70, "Golden thread", "/thread", Permission.THREAD_VIEW);
    }

    /// @param of the name of a thing, as `action/12`
    /// @param at or the address of its page
    @GetMapping("/thread")
    @Needs(Permission.THREAD_VIEW)
    ModelAndView thread(
            Actor actor,
            AsAt asAt,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String at) {
        if (of == null && at == null) {
            return new ModelAndView("thread/duties", Map.of("page", duties(asAt)));
        }
        var strand = threads.through(actor, asAt, thing(of, at)).orElseThrow(HiddenException::new);
        var readsPapers = actor.reachesWholeIcb() && actor.may(Permission.PAPER_VIEW);
        return new ModelAndView("thread/show", Map.of("page", ThreadPages.of(strand, asAt, readsPapers)));
    }

    private Reference thing(@Nullable String of, @Nullable String at) {
        if (of != null) {
            try {
                return Reference.parse(of);
            } catch (IllegalArgumentException _) {
                throw new HiddenException();
            }
        }
        return threads.at(String.valueOf(at)).orElseThrow(HiddenException::new);
    }

    private DutiesPage duties(AsAt asAt) {
        var framework = duties.framework();
        return new DutiesPage(
                "%s, edition %s".formatted(framework.name(), framework.edition()),
                framework.sections().stream()
                        .map(section -> new DutiesPage.Section(
                                section.name(),
                                framework.requirements().stream()
                                        .filter(each -> each.section().equals(section.code()))
                                        .map(each -> duty(each, asAt))
                                        .toList()))
                        .toList());
    }

    private DutiesPage.Duty duty(Requirement requirement, AsAt asAt) {
        return new DutiesPage.Duty(
                requirement.code(),
                requirement.duty(),
                String.join("; ", requirement.basis()),
                asAt.on("/thread?of=" + duties.requirement(requirement.code())));
    }
}
