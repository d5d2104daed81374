package uk.goldenthread.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Works every seal of the ledger out again from the entries, and says what does not match.
@Component
public class Verification {
    private static final String SEALS = """
            select number, from_xid::text as from_xid, to_xid::text as to_xid, entries, previous_hash, hash
            from ledger.seal
            order by number
            """;

    private final JdbcClient jdbc;

    public Verification(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Verifies the whole chain. Needs a connection or unit of work that sees all entries.
    public Result verify() {
        var problems = new ArrayList<String>();
        var previous = Chain.beginning();
        var expectedFrom = "0";
        var entries = 0L;
        var seals = jdbc.sql(SEALS)
                .query((row, _) -> new Seal(
                        row.getLong("number"),
                        row.getString("from_xid"),
                        row.getString("to_xid"),
                        row.getLong("entries"),
                        row.getBytes("previous_hash"),
                        row.getBytes("hash")))
                .list();
        for (var seal : seals) {
            var chain = new Chain(seal.previous);
            new Entries(jdbc).eachBetween(seal.from, seal.to, chain::add);
            var found = chain.entries();
            if (!Arrays.equals(seal.previous, previous) || !seal.from.equals(expectedFrom)) {
                problems.add("seal %d does not follow the one before it".formatted(seal.number));
            }
            if (found != seal.entries || !Arrays.equals(chain.hash(), seal.hash)) {
                problems.add("seal %d: %d entries were sealed, %d are there, and their content %s"
                        .formatted(
                                seal.number, seal.entries, found, found == seal.entries ? "differs" : "cannot match"));
            }
            previous = seal.hash;
            expectedFrom = seal.to;
            entries += found;
        }
        return new Result(seals.size(), entries, List.copyOf(problems));
    }

    /// @param seals how many seals were worked out again
    /// @param entries how many entries they cover
    /// @param problems empty when the ledger is as it was sealed
    public record Result(int seals, long entries, List<String> problems) {
        public boolean intact() {
            return problems.isEmpty();
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Seal(long number, String from, String to, long entries, byte[] previous, byte[] hash) {}
}
