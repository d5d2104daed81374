package uk.goldenthread.bench;

import java.io.IOException;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// A provider who changes the same record of its own again and again, each time knowing the version that the last
/// change
/// gave.
final class Changing implements Load.Worker {
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*(\\d+)");

    private final Wire wire;
    private final Request change;
    private final IntFunction<byte[]> body;
    private String version;
    private int times;

    /// @param read the address that tells the record's version
    /// @param write the address that takes the change
    /// @param body what is sent, the how-manieth time it is
    Changing(Wire wire, String token, String read, String write, IntFunction<byte[]> body) throws IOException {
        this.wire = wire;
        this.body = body;
        this.change = new Request("PUT", write, "").token(token).with("Content-Type", "application/json");
        this.version = version(wire.send(Request.get(read).token(token).bytes()), "1");
    }

    @Override
    public boolean once() throws IOException {
        var answer = wire.send(change.with("If-Match", "\"" + version + "\"").bytes(body.apply(times++)));
        version = version(answer, version);
        return answer.status() == 200;
    }

    private static String version(Wire.Answer answer, String before) {
        var found = VERSION.matcher(answer.text());
        return found.find() ? found.group(1) : before;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
