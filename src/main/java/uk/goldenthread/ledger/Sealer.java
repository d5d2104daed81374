package uk.goldenthread.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// Seals the ledger in short intervals, off the path of any request: hashes what is new onto the chain, and writes each
/// seal to a file outside the database too, so that someone who rewrites the database cannot rewrite the proof.
@Component
public class Sealer {
    private static final String ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(736502)";
    private static final String LAST =
            "select number, to_xid::text as to_xid, hash from ledger.seal order by number desc limit 1";
    private static final String SEALABLE_TO = "select ledger.sealable_to()::text";
    private static final String SEAL = """
            insert into ledger.seal (number, from_xid, to_xid, entries, previous_hash, hash)
            values (:number, :from::xid8, :to::xid8, :entries, :previous, :hash)
            """;

    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final Path seals;

    public Sealer(JdbcClient jdbc, UnitOfWork work, Environment environment) {
        this.jdbc = jdbc;
        this.work = work;
        this.seals =
                Path.of(environment.getProperty("GOLDENTHREAD_DATA", "data")).resolve("ledger-seals.csv");
    }

    /// Seals what can be sealed now.
    ///
    /// @return how many entries the new seal covers; 0 when there was nothing new and no seal was made
    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    public long seal() {
        return work.write(Scope.system(), this::sealWithin);
    }

    private long sealWithin() {
        if (!jdbc.sql(ONE_AT_A_TIME).query(Boolean.class).single()) {
            return 0;
        }
        var last = jdbc.sql(LAST)
                .query((row, _) -> new Last(row.getLong("number"), row.getString("to_xid"), row.getBytes("hash")))
                .optional()
                .orElse(new Last(0, "0", Chain.beginning()));
        var to = jdbc.sql(SEALABLE_TO).query(String.class).single();
        if (Long.parseUnsignedLong(to) <= Long.parseUnsignedLong(last.toXid)) {
            return 0;
        }
        var chain = new Chain(last.hash);
        new Entries(jdbc).eachBetween(last.toXid, to, chain::add);
        if (chain.entries() == 0) {
            return 0;
        }
        var entries = chain.entries();
        var hash = chain.hash();
        jdbc.sql(SEAL)
                .param("number", last.number + 1)
                .param("from", last.toXid)
                .param("to", to)
                .param("entries", entries)
                .param("previous", last.hash)
                .param("hash", hash)
                .update();
        writeOutside(last.number + 1, entries, hash);
        return entries;
    }

    private void writeOutside(long number, long entries, byte[] hash) {
        try {
            if (seals.getParent() != null) {
                Files.createDirectories(seals.getParent());
            }
            Files.writeString(
                    seals,
                    "%d,%d,%s%n".formatted(number, entries, HexFormat.of().formatHex(hash)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the seal could not be written beside the database", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Last(long number, String toXid, byte[] hash) {}
}
