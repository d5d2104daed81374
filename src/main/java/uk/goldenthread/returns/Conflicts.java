package uk.goldenthread.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.Asked;

/// The fields in which two versions of a line differ.
final class Conflicts {
    private Conflicts() {}

    static List<ReturnConflict.Field> between(Asked asked, Answer yours, Answer theirs) {
        var fields = new ArrayList<ReturnConflict.Field>();
        add(fields, asked, "numerator", text(yours.numerator()), text(theirs.numerator()));
        add(fields, asked, "denominator", text(yours.denominator()), text(theirs.denominator()));
        add(fields, asked, "value", text(yours.value()), text(theirs.value()));
        add(fields, asked, "narrative", yours.narrative(), theirs.narrative());
        add(fields, asked, "confidence", yours.confidence(), theirs.confidence());
        return fields;
    }

    private static void add(List<ReturnConflict.Field> fields, Asked asked, String field, String yours, String theirs) {
        if (!yours.equals(theirs)) {
            fields.add(new ReturnConflict.Field(asked.kpi(), asked.name(), field, yours, theirs));
        }
    }

    static String text(@Nullable BigDecimal number) {
        return number == null ? "" : ReturnRules.plain(number);
    }
}
