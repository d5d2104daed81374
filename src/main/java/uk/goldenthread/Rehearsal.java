package uk.goldenthread;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import uk.goldenthread.shell.view.Assets;

/// Starts the system on a throw-away data folder, asks it for a few pages and stops: the run from which Java keeps its
/// ahead-of-time cache, so that every later start finds its classes loaded and linked (`bin/build-once`).
final class Rehearsal {
    private static final int ROUNDS = 20;

    private Rehearsal() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var context = SpringApplication.run(GoldenThread.class, "--server.port=0");
        var here = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            for (var round = 0; round < ROUNDS; round++) {
                for (var path :
                        List.of("/health/ready", "/sign-in", "/", Assets.ROOT + "/golden.css", "/no-such-page")) {
                    var request =
                            HttpRequest.newBuilder(URI.create(here + path)).build();
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
        }
        System.exit(SpringApplication.exit(context));
    }
}
