package uk.goldenthread.contracts.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.YamlFile;

/// Clauses that carry safeguarding, by code, from `catalogue/contract-clauses.yaml`: their numbers move
/// between years.
@Component
public class Clauses {
    private static final String RESOURCE = "catalogue/contract-clauses.yaml";

    private final Map<String, Said> clauses = new LinkedHashMap<>();

    private record Said(String code, String name, String words) {}

    Clauses() {
        var said = YamlFile.resource(RESOURCE)
                .read(root -> root.list("clauses", entry -> {
                    entry.text("source");
                    entry.text("confidence");
                    entry.inForce();
                    return new Said(entry.text("code"), entry.text("name"), entry.text("words"));
                }));
        said.forEach(clause -> clauses.put(clause.code(), clause));
    }

    /// Names by code, in the order of the file.
    public Map<String, String> all() {
        var names = new LinkedHashMap<String, String>();
        clauses.forEach((code, clause) -> names.put(code, clause.name()));
        return names;
    }

    public boolean has(String code) {
        return clauses.containsKey(code);
    }

    /// Its name; the code where it is no longer in the file.
    public String name(String code) {
        var clause = clauses.get(code);
        return clause == null ? code : clause.name();
    }

    /// What it asks, in our words.
    public String words(String code) {
        var clause = clauses.get(code);
        return clause == null ? "" : clause.words();
    }
}
