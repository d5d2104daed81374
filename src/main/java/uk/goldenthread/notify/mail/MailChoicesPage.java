package uk.goldenthread.notify.mail;

import java.util.List;
import java.util.stream.IntStream;
import uk.goldenthread.access.Actor;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// When a person is written to.
///
/// @param setUp whether this system can send mail at all
public record MailChoicesPage(Actor actor, Choices chosen, boolean setUp, FieldErrors errors) {
    public List<Option> digests() {
        return List.of(
                Option.of("WEEKLY", "Once a week", "On Mondays at 8am"),
                Option.of("DAILY", "Every weekday", "At 8am"),
                Option.of("OFF", "Never", "You see what waits when you sign in"));
    }

    public List<Option> yesOrNo() {
        return List.of(Option.of("yes", "Yes, at once"), Option.of("no", "No, with the summary"));
    }

    public List<Option> hours() {
        return IntStream.range(0, 24)
                .mapToObj(h -> Option.of(Integer.toString(h), word(h)))
                .toList();
    }

    private static String word(int hour) {
        return switch (hour) {
            case 0 -> "midnight";
            case 12 -> "midday";
            default -> hour < 12 ? hour + "am" : (hour - 12) + "pm";
        };
    }
}
