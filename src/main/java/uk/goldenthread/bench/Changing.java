package uk.goldenthread.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A provider who changes the same figure of its own return again and again, each time knowing the
/// version that the
/// last change gave.
final class Changing implements Load.Worker {
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*(\\d+)");

    private final Wire wire;
    private final Request change;
    private String version;
    private int times;

    Changing(Wire wire, String token, long returnId) throws IOException {
        this.wire = wire;
        this.change = new Request("PUT", "/api/v1/returns/%d".formatted(returnId), "")
                .token(token)
                .with("Content-Type", "application/json");
        this.version = version(
                wire.send(
                        Request.get("/api/v1/returns/" + returnId).token(token).bytes()),
                "1");
    }

    @Override
    public boolean once() throws IOException {
        var body = "{\"lines\":[{\"kpi\":\"K01\",\"numerator\":\"%d\",\"denominator\":\"20\"}]}"
                .formatted(1 + times++ % 19);
        var answer =
                wire.send(change.with("If-Match", "\"" + version + "\"").bytes(body.getBytes(StandardCharsets.UTF_8)));
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
