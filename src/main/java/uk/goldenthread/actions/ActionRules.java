package uk.goldenthread.actions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.Escalation;
import uk.goldenthread.actions.model.Limits;
import uk.goldenthread.actions.model.Standing;
import uk.goldenthread.actions.store.ActionList;
import uk.goldenthread.catalogue.Theme;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// The catalogue's rules as actions need them. Called inside a unit of work.
@Component
public class ActionRules {
    private final Rules rules;
    private final WorkingDays calendar;
    private final Clock clock;

    ActionRules(Rules rules, WorkingDays calendar, Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// Now.
    public Instant now() {
        return clock.instant();
    }

    /// Today in London.
    public LocalDate today() {
        return day(clock.instant());
    }

    /// The day in London that a page is about.
    public LocalDate day(AsAt asAt) {
        var past = asAt.instant();
        return past == null ? today() : day(past);
    }

    /// The day in London of an instant.
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Dates.LONDON);
    }

    /// The numbers as they hold on a day.
    public Limits limits(LocalDate day) {
        var settings = rules.now().settings(day);
        return new Limits(
                settings.integer("ACTION.accept"),
                settings.integer("ACTION.due"),
                settings.integer("ACTION.due_critical"),
                settings.integer("ACTION.extensions"),
                settings.integer("ACTION.stalled"),
                settings.integer("ACTION.embed"),
                settings.integer("ACTION.embed_earliest"),
                settings.integer("ACTION.repeat"),
                new Escalation.Days(
                        settings.integer("ACTION.remind"),
                        settings.integer("ACTION.overdue_owner"),
                        settings.integer("ACTION.overdue_executive"),
                        settings.integer("ACTION.overdue_icb")));
    }

    /// The numbers as they hold today.
    public Limits limits() {
        return limits(today());
    }

    /// The themes an action may have.
    public List<Theme> themes() {
        return rules.now().themes();
    }

    /// A theme's name; nothing for a code that is none.
    public Optional<String> theme(String code) {
        return themes().stream()
                .filter(theme -> theme.code().equals(code))
                .map(Theme::name)
                .findFirst();
    }

    /// By when an organisation answers what was proposed that day.
    LocalDate acceptBy(LocalDate proposed) {
        return calendar.workingDaysAfter(proposed, limits().acceptWorkingDays());
    }

    /// How an action stands on a day.
    public Standing standing(Action action, LocalDate day) {
        return Standing.of(
                action.state(),
                new Standing.Dates(
                        action.timing().due(),
                        action.timing().extensions(),
                        day(action.progress().updatedAt()),
                        action.progress().embedCheckOn()),
                day,
                stalledDays(day));
    }

    /// The same for a line of a list.
    public Standing standing(ActionList.Row row, LocalDate day) {
        return Standing.of(
                row.state(),
                new Standing.Dates(row.due(), row.extensions(), day(row.updatedAt()), row.embedCheckOn()),
                day,
                stalledDays(day));
    }

    private int stalledDays(LocalDate day) {
        return rules.now().settings(day).integer("ACTION.stalled");
    }

    /// What nobody said anything of since this instant is stalled on that day.
    Instant stalledBefore(LocalDate day) {
        return day.minusDays(stalledDays(day))
                .plusDays(1)
                .atStartOfDay(Dates.LONDON)
                .toInstant();
    }
}
