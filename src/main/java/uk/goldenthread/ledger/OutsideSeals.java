package uk.goldenthread.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The copy of the seals kept outside the database, held against the ones inside: someone who rewrites entries and
/// seals
/// in the database leaves this copy behind.
public final class OutsideSeals {
    private static final String SEALS = "select number, hash from ledger.seal order by number";

    private OutsideSeals() {}

    /// What differs between the file and the database; empty when nothing does, or when no file was ever written.
    public static List<String> differences(Path file, JdbcClient jdbc) {
        if (!Files.exists(file)) {
            return List.of();
        }
        var inside = new TreeMap<Long, String>();
        jdbc.sql(SEALS).query(row -> {
            inside.put(row.getLong("number"), HexFormat.of().formatHex(row.getBytes("hash")));
        });
        var problems = new ArrayList<String>();
        try {
            for (var line : Files.readAllLines(file)) {
                var fields = line.split(",", -1);
                var number = Long.parseLong(fields[0]);
                if (!fields[2].equals(inside.get(number))) {
                    problems.add(
                            inside.containsKey(number)
                                    ? "seal %d in the database is not the one written outside it".formatted(number)
                                    : "seal %d was written outside the database and is missing in it"
                                            .formatted(number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the seals beside the database cannot be read", e);
        }
        return problems;
    }
}
