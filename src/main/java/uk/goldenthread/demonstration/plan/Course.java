package uk.goldenthread.demonstration.plan;

/// Where a figure would lie without chance, month by month: what makes a story.
@FunctionalInterface
interface Course {
    /// @param monthsAgo whole months from the end of the period to the end of the latest one; nought for the latest
    /// @return percent, days or a count, as the figure's unit says
    double at(int monthsAgo);

    /// The same in every period.
    static Course level(double level) {
        return _ -> level;
    }

    /// Level until `turned` months ago, then changing by so much each month, up to `most` months of change.
    static Course turning(double level, int turned, double each, int most) {
        return monthsAgo -> level + each * Math.clamp((long) turned - monthsAgo, 0, most);
    }

    /// One level until `stepped` months ago, another since.
    static Course step(double before, int stepped, double since) {
        return monthsAgo -> monthsAgo > stepped ? before : since;
    }
}
