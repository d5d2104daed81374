package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Sets what a provider claims beside what else is known of it: its figures, what its own practitioners say, visits,
/// audits, and what is heard. Only a claim in full is contradicted: whoever says that something is partly met has said
/// it.
///
/// @param active whether mismatches are looked for
/// @param least points of 100 from which a claim counts as one in full
/// @param heard how many remarks contradict it
/// @param months how old a visit, an audit or a remark may be
public record Triangulation(boolean active, int least, int heard, int months) {
    private static final int NAMED = 4;

    /// Where it is told, in the order in which it is shown.
    public enum Source {
        FIGURES("CLAIM-FIGURES", "Figures"),
        SURVEY("CLAIM-SURVEY", "Practitioner survey"),
        VISITS("CLAIM-VISITS", "Visits"),
        AUDITS("CLAIM-AUDITS", "Audits"),
        HEARD("CLAIM-HEARD", "Heard");

        private final String rule;
        private final String words;

        Source(String rule, String words) {
            this.rule = rule;
            this.words = words;
        }

        /// The code of the rule that finds a claim contradicted by it.
        public String rule() {
            return rule;
        }

        public String words() {
            return words;
        }
    }

    /// A criterion that an organisation rated, as handed in.
    ///
    /// @param framework its code
    /// @param standing points of 100 claimed
    /// @param handedIn the day on which it was
    public record Claim(String framework, String frameworkName, String line, int standing, LocalDate handedIn) {}

    /// Something that tells of the same matter.
    ///
    /// @param words in one sentence
    /// @param against whether it speaks against a claim in full
    /// @param on the day it tells of
    public record Fact(Source source, String words, boolean against, LocalDate on) {}

    /// What one source tells of one matter; no facts where it tells nothing.
    ///
    /// @param contradicts whether it speaks against what is claimed
    public record Told(List<Fact> facts, boolean contradicts) {
        /// Copies the facts in.
        public Told {
            facts = List.copyOf(facts);
        }
    }

    /// One matter with all that is told of it.
    ///
    /// @param claims the fullest first; empty where it claims nothing
    /// @param full whether it is claimed in full
    /// @param told by source, each of them there
    public record Row(CrossCheck check, List<Claim> claims, boolean full, Map<Source, Told> told) {
        /// Copies the claims in.
        public Row {
            claims = List.copyOf(claims);
        }

        /// Whether anything contradicts the claim.
        public boolean isContradicted() {
            return told.values().stream().anyMatch(Told::contradicts);
        }
    }

    /// Whether a rule finds claims contradicted.
    static boolean isMismatch(String rule) {
        return Arrays.stream(Source.values()).anyMatch(source -> source.rule().equals(rule));
    }

    /// One matter beside what is told of it.
    ///
    /// @param claims those of this matter
    /// @param facts those of this matter
    public Row row(CrossCheck check, List<Claim> claims, List<Fact> facts, LocalDate today) {
        var full = claims.stream().anyMatch(claim -> claim.standing() >= least);
        var since = today.minusMonths(months);
        var told = new EnumMap<Source, Told>(Source.class);
        for (var source : Source.values()) {
            var mine = facts.stream()
                    .filter(fact -> fact.source() == source)
                    .filter(fact -> !fact.on().isBefore(since) || source == Source.FIGURES || source == Source.SURVEY)
                    .sorted(Comparator.comparing(Fact::against)
                            .reversed()
                            .thenComparing(Fact::on, Comparator.reverseOrder()))
                    .toList();
            var against = mine.stream().filter(Fact::against).count();
            told.put(source, new Told(mine, full && against >= (source == Source.HEARD ? heard : 1)));
        }
        var fullest = claims.stream()
                .sorted(Comparator.comparingInt(Claim::standing).reversed())
                .toList();
        return new Row(check, fullest, full, told);
    }

    /// A finding for each source that contradicts what is claimed.
    public List<Finding> findings(Row row) {
        var found = new ArrayList<Finding>();
        if (!active) {
            return found;
        }
        row.told().forEach((source, told) -> {
            if (told.contradicts()) {
                found.add(finding(row, source, told));
            }
        });
        return found;
    }

    private Finding finding(Row row, Source source, Told told) {
        var claims =
                row.claims().stream().filter(claim -> claim.standing() >= least).toList();
        var against = told.facts().stream().filter(Fact::against).toList();
        var said = against.stream().limit(NAMED).map(Fact::words).collect(Collectors.joining(" "));
        var more = against.size() > NAMED ? " And %d more.".formatted(against.size() - NAMED) : "";
        var lines = claims.stream()
                .map(claim -> claim.frameworkName() + " " + claim.line())
                .collect(Collectors.joining(", "));
        var day = claims.stream()
                .map(Claim::handedIn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Findings.on(
                source.rule(),
                Matter.CLAIM.series(row.check().code()),
                day,
                "Claimed in full (%s). %s%s".formatted(lines, said, more));
    }
}
