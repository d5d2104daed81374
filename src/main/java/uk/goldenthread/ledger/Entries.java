package uk.goldenthread.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the ledger's entries in sealing order, as the text that is hashed.
record Entries(JdbcClient jdbc) {
    private static final String BETWEEN = """
            select id::text, xid::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, account,
                icb::text, organisation::text, action, subject, detail::text
            from ledger.entry
            where xid >= :from::xid8 and xid < :to::xid8
            order by xid, id
            """;

    interface Sink {
        void add(@Nullable String... fields);
    }

    void eachBetween(String fromXid, String toXid, Sink sink) {
        jdbc.sql(BETWEEN).param("from", fromXid).param("to", toXid).query(row -> {
            var fields = new @Nullable String[9];
            for (var i = 0; i < fields.length; i++) {
                fields[i] = row.getString(i + 1);
            }
            sink.add(fields);
        });
    }
}
