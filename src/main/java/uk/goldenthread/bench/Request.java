package uk.goldenthread.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The bytes of requests, made before the clock runs.
record Request(String method, String path, String headers) {

    static Request get(String path) {
        return new Request("GET", path, "");
    }

    Request with(String name, String value) {
        return new Request(method, path, headers + name + ": " + value + "\r\n");
    }

    /// As the holder of an API token.
    Request token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /// As a person in a browser.
    Request session(String session) {
        return with("Cookie", "gt_session=" + session);
    }

    byte[] bytes() {
        return bytes(new byte[0]);
    }

    byte[] bytes(byte[] body) {
        var length = method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n";
        var head = "%s %s HTTP/1.1\r\nHost: localhost\r\n%s%s\r\n".formatted(method, path, length, headers);
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    /// A file, as a browser's form sends it.
    byte[] upload(String fileName, byte[] content) {
        var boundary = "golden-thread-bench";
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(boundary, fileName)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return with("Content-Type", "multipart/form-data; boundary=" + boundary).bytes(body.toByteArray());
    }
}
