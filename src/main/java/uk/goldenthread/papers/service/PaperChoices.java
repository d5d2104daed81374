package uk.goldenthread.papers.service;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.Code;
import uk.goldenthread.catalogue.CodeSet;

/// The lists that a paper's forms choose from, from the catalogue.
@Component
public class PaperChoices {
    private final List<CodeSet> sets = CodeSet.load();

    public List<Code> committees() {
        return set("COMMITTEE");
    }

    public List<Code> purposes() {
        return set("PAPER_PURPOSE");
    }

    public List<Code> conflicts() {
        return set("CONFLICT_OF_INTEREST");
    }

    public List<Code> implications() {
        return set("PAPER_IMPLICATION");
    }

    /// The codes alone.
    public static Set<String> codes(List<Code> codes) {
        return codes.stream().map(Code::code).collect(Collectors.toUnmodifiableSet());
    }

    /// The words for a code; the code itself where the catalogue no longer has it.
    public static String words(List<Code> codes, String code) {
        return codes.stream()
                .filter(each -> each.code().equals(code))
                .map(Code::name)
                .findFirst()
                .orElse(code);
    }

    /// A level of oversight in words.
    public String level(String code) {
        return words(set("LADDER_LEVEL"), code);
    }

    private List<Code> set(String code) {
        return sets.stream()
                .filter(set -> set.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalogue has no code set " + code))
                .codes();
    }
}
