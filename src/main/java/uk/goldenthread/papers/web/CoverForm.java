package uk.goldenthread.papers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.goldenthread.catalogue.Code;
import uk.goldenthread.papers.model.Cover;

/// A cover sheet as it was typed.
final class CoverForm {
    private static final int LONGEST = 4_000;

    private CoverForm() {}

    /// The fields of a request, each cut off at 4,000 characters.
    static Cover read(Map<String, String> all, List<Code> implications) {
        var answers = new LinkedHashMap<String, Cover.Implication>();
        for (var code : implications) {
            var answer = all.getOrDefault("implication-" + code.code(), "");
            for (var known : Cover.Answer.values()) {
                if (known.name().equals(answer)) {
                    answers.put(code.code(), new Cover.Implication(known, text(all, "note-" + code.code())));
                }
            }
        }
        return new Cover(
                text(all, "title"),
                text(all, "item"),
                text(all, "reference"),
                text(all, "author"),
                text(all, "presenter"),
                text(all, "sponsor"),
                text(all, "purpose"),
                text(all, "recommendation"),
                text(all, "summary"),
                text(all, "keyRisks"),
                text(all, "riskLink"),
                text(all, "objectives"),
                text(all, "conflict"),
                text(all, "conflictDetail"),
                text(all, "route"),
                !"private".equals(all.get("publication")),
                text(all, "exemption"),
                answers);
    }

    private static String text(Map<String, String> all, String name) {
        var typed = all.getOrDefault(name, "").strip();
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }
}
