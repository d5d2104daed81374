package uk.goldenthread.demonstration;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Slot;

/// What the designated nurse writes in the demonstration's papers.
final class PaperSayings {
    private static final Cover.Implication NONE = new Cover.Implication(Cover.Answer.NO, "");

    private PaperSayings() {}

    /// While one trust recovers and nothing else stands out.
    static Map<Slot, String> recovering(World world) {
        return said(
                """
                Most providers met their training targets in the quarter.
                %s has kept level 3 training and supervision at target since its oversight was eased, and we keep watching \
                it until the gains have lasted.
                """.formatted(name(world, Stories.RECOVERED_TRUST)),
                "Practices are slower than trusts to send their returns. %s has been late every time; its lead now has a named contact in the team."
                        .formatted(name(world, Stories.LATE_PRACTICE)));
    }

    /// When the decline of another has been seen.
    static Map<Slot, String> falling(World world) {
        return said(
                """
                Level 3 training at %1$s has fallen further than chance explains, and supervision with it. Its named nurse \
                post is vacant. The trust is on watch and has been asked for a dated plan.
                %2$s sends no figures. We cannot say anything about safeguarding there until it does.
                """.formatted(name(world, Stories.DECLINING_TRUST), name(world, Stories.SILENT_HOSPITAL)),
                "%s has not sent a return since the spring and has not answered three messages. The contract manager has written to its director."
                        .formatted(name(world, Stories.SILENT_HOSPITAL)));
    }

    /// After the trust in decline was put under enhanced oversight.
    static Map<Slot, String> enhanced(World world) {
        return said("""
                %s is now under enhanced oversight. Training and supervision are below their lower limits, and the first plan \
                had no dates. The designated nurse is on site one day a week.
                """.formatted(name(world, Stories.DECLINING_TRUST)), "");
    }

    private static Map<Slot, String> said(String narrative, String returns) {
        var said = new EnumMap<Slot, String>(Slot.class);
        said.put(Slot.NARRATIVE, narrative.strip());
        if (!returns.isEmpty()) {
            said.put(Slot.RETURNS, returns);
        }
        return said;
    }

    private static String name(World world, String code) {
        return world.plan().organisations().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /// A cover sheet with every answer.
    static Cover cover(World world, Period period) {
        return cover(
                world,
                period,
                "The committee is asked to note the position and to support the action taken.",
                Stream.of(
                                "FINANCE",
                                "QUALITY",
                                "WORKFORCE",
                                "LEGAL",
                                "EQUALITY",
                                "PRIVACY",
                                "ENGAGEMENT",
                                "INEQUALITIES",
                                "SUSTAINABILITY")
                        .collect(Collectors.toMap(code -> code, PaperSayings::implication)));
    }

    private static Cover.Implication implication(String code) {
        return code.equals("QUALITY")
                ? new Cover.Implication(
                        Cover.Answer.YES,
                        "Untrained and unsupervised staff may not see or act on harm to a child or adult.")
                : NONE;
    }

    /// One that lacks its recommendation and its implications.
    static Cover unfinished(World world, Period period) {
        return cover(world, period, "", Map.of());
    }

    private static Cover cover(
            World world, Period period, String recommendation, Map<String, Cover.Implication> implications) {
        return new Cover(
                "Safeguarding assurance, " + period.label(),
                "",
                "",
                world.person("DESIGNATED_NURSE").name() + ", Designated Nurse",
                "",
                world.person("ICB_EXECUTIVE_LEAD").name() + ", Executive Chief Nurse",
                "ASSURANCE",
                recommendation,
                "",
                "",
                "none",
                "",
                "NONE",
                "",
                "",
                true,
                "",
                implications);
    }
}
