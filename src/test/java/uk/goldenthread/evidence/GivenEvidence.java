package uk.goldenthread.evidence;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;

/// Gives evidence as people do, over HTTP.
@Component
public class GivenEvidence {
    private static final String BOUNDARY = "golden-thread-evidence-boundary";

    private final Given given;

    GivenEvidence(Given given) {
        this.given = given;
    }

    /// What a sound form says, to be changed by a test.
    public static Map<String, String> form(String title) {
        var form = new LinkedHashMap<String, String>();
        form.put("title", title);
        form.put("document", "AUDIT");
        form.put("kind", "PRACTICE");
        form.put("personalData", "no");
        return form;
    }

    /// Gives a text file and answers the number of the item.
    public long item(Person person, Map<String, String> form, String content) {
        var answer = give(person, form, "words.txt", content.getBytes(StandardCharsets.UTF_8));
        var location = answer.headers().firstValue("Location").orElse("no place: " + answer.statusCode());
        if (!location.matches(".*/evidence/\\d+")) {
            throw new IllegalStateException(
                    location + " " + org.jsoup.Jsoup.parse(answer.body()).text());
        }
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    public HttpResponse<String> give(
            Person person, Map<String, String> form, @Nullable String fileName, byte[] content) {
        return post(person, "/evidence/new", form, fileName, content);
    }

    public HttpResponse<String> post(
            Person person, String path, Map<String, String> form, @Nullable String fileName, byte[] content) {
        return given.send(HttpRequest.newBuilder(URI.create(given.address(path)))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(form, fileName, content)))
                .build());
    }

    /// The body of a form with a file, as a browser sends it.
    static byte[] body(Map<String, String> form, @Nullable String fileName, byte[] content) {
        var out = new ByteArrayOutputStream();
        form.forEach((name, value) -> write(
                out,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        if (fileName != null) {
            write(
                    out,
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(BOUNDARY, fileName));
            out.writeBytes(content);
            write(out, "\r\n");
        }
        write(out, "--%s--\r\n".formatted(BOUNDARY));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
