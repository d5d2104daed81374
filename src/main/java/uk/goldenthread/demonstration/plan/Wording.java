package uk.goldenthread.demonstration.plan;

import java.util.List;
import uk.goldenthread.catalogue.KpiDefinition;

/// What providers write beside a red figure.
final class Wording {
    private static final List<String> TRAINING = List.of(
            "Study leave was cancelled on several wards through the winter. Two further sessions a month are booked.",
            "Staff could not be released from the rota. Managers now have a weekly list of who is out of date.",
            "The trainer's post was vacant. A bank trainer has begun and catch-up days are open to all wards.");
    private static final List<String> OTHER = List.of(
            "The team has been below its establishment. The plan was agreed at our safeguarding committee.",
            "We have looked at each case. The plan and its dates are in our quality report.");

    private Wording() {}

    static String of(PlannedOrganisation provider, KpiDefinition kpi) {
        if (kpi.code().equals("K14")) {
            return "Supervisors left and have not been replaced. Group supervision covers the highest-risk caseloads.";
        }
        var choices = kpi.name().contains("training") ? TRAINING : OTHER;
        return choices.get(Math.floorMod(provider.code().hashCode() + kpi.code().hashCode(), choices.size()));
    }
}
