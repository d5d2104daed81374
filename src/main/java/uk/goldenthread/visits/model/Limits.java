package uk.goldenthread.visits.model;

/// The numbers of the rules on visits, as the ICB set them: working days for reports, days of notice,
/// months of cadence, percent drawn at random, least samples.
public record Limits(Report report, Notice notice, Cadence cadence, Sample sample) {
    /// Working days: to the draft, to answer it, to the final report after the visit, to write an
    /// immediate risk, to plan.
    public record Report(int draft, int accuracy, int last, int written, int plan) {}

    /// Calendar days of notice of an announced visit; working days of a short-notice one.
    public record Notice(int announcedDays, int shortWorkingDays) {}

    /// Months between visits of a main provider and of one at Enhanced or Intensive; percent of a plan
    /// drawn at random.
    public record Cadence(int months, int enhancedMonths, int randomPercent) {}

    /// Least staff spoken to and records looked at.
    public record Sample(int staff, int records) {}
}
