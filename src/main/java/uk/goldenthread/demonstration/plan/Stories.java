package uk.goldenthread.demonstration.plan;

import java.util.Map;
import java.util.Optional;

/// What happens in the demonstration, provider by provider. Everybody else is ordinary.
public final class Stories {
    /// Level 3 training and supervision have been falling for most of a year.
    public static final String DECLINING_TRUST = "ZTA";
    /// The trust made of two others a year ago.
    public static final String NEW_TRUST = "ZTE";
    /// Was far below target two years ago and has recovered.
    public static final String RECOVERED_TRUST = "ZTC";
    /// Moved to another training system, so that its limits were worked out anew.
    public static final String REBASED_TRUST = "ZTD";
    /// Has one line of its latest quarterly return queried.
    public static final String QUERIED_TRUST = "ZTF";
    /// Restated a figure after it was accepted.
    public static final String RESTATING_TRUST = "ZTB";
    /// Has sent nothing since the spring.
    public static final String SILENT_HOSPITAL = "ZH02";
    /// Sent a red figure without words.
    public static final String WORDLESS_HOSPICE = "ZS01";
    /// Missed the lock and has one named person's exception.
    public static final String LOCKED_HOME = "ZN03";
    /// Sends every return late.
    public static final String LATE_PRACTICE = "ZP014";
    /// The practice that two others became.
    public static final String MERGED_PRACTICE = "ZP111";

    /// Months ago that the new training system of [#REBASED_TRUST] began.
    public static final int REBASED_MONTHS_AGO = 13;
    /// How many of its latest months [#SILENT_HOSPITAL] did not send.
    public static final int SILENT_MONTHS = 6;

    private static final Course FALLING_TRAINING = Course.turning(89, 9, -2.1, 9);
    private static final Course FALLING_SUPERVISION = Course.turning(94, 8, -3, 8);

    private static final Map<String, Course> COURSES = Map.ofEntries(
            Map.entry(DECLINING_TRUST + " K03", FALLING_TRAINING),
            Map.entry(DECLINING_TRUST + " K07", Course.turning(88.5, 5, -1.2, 5)),
            Map.entry(DECLINING_TRUST + " K14", FALLING_SUPERVISION),
            Map.entry(DECLINING_TRUST + " K17", Course.turning(0, 5, 30, 5)),
            Map.entry(DECLINING_TRUST + " K16", Course.step(100, 5, 84)),
            Map.entry(DECLINING_TRUST + " K46", Course.turning(0, 7, 3, 7)),
            Map.entry(RECOVERED_TRUST + " K03", Course.turning(70, 16, 2.2, 10)),
            Map.entry(RECOVERED_TRUST + " K14", Course.turning(76, 20, 2.1, 8)),
            Map.entry(REBASED_TRUST + " K01", Course.step(91, REBASED_MONTHS_AGO, 96)),
            Map.entry(REBASED_TRUST + " K02", Course.step(83, REBASED_MONTHS_AGO, 94)),
            Map.entry(REBASED_TRUST + " K05", Course.step(91, REBASED_MONTHS_AGO, 96.5)),
            Map.entry(REBASED_TRUST + " K06", Course.step(84, REBASED_MONTHS_AGO, 94)),
            Map.entry(NEW_TRUST + " K10", Course.level(82)),
            Map.entry(NEW_TRUST + " K43", Course.level(88)),
            Map.entry(RESTATING_TRUST + " K43", Course.level(91)),
            Map.entry(QUERIED_TRUST + " K27", Course.level(91)),
            Map.entry(WORDLESS_HOSPICE + " K12", Course.turning(90, 3, -6, 3)),
            Map.entry("ZH04 K09", Course.level(82)),
            Map.entry("ZA01 K02", Course.level(88)),
            Map.entry("ZA02 K03", Course.turning(90, 4, -1.5, 4)),
            Map.entry("ZL01 K08", Course.level(83)),
            Map.entry("ZN06 K01", Course.step(95, -1, 68)),
            Map.entry("ZU01 K08", Course.step(90, -1, 76)),
            Map.entry("ZS02 K07", Course.step(90, -1, 72)),
            Map.entry("ZP022 G02", Course.level(70)),
            Map.entry("ZP057 G03", Course.step(1, 3, 0)),
            Map.entry("ZP083 G02", Course.turning(96, 9, -4, 8)));

    /// Providers whose open month came early, and with a fall in it that nobody has looked at yet.
    static final java.util.Set<String> EARLY = java.util.Set.of("ZN06", "ZU01", "ZS02");

    private Stories() {}

    static Optional<Course> course(String organisation, String kpi) {
        return Optional.ofNullable(COURSES.get(organisation + " " + kpi));
    }
}
