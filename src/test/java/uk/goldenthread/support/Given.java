package uk.goldenthread.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.ActorsForTests;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// Makes what a test needs: an ICB of its own, organisations in it, people with roles, and their requests.
@Component
public class Given {
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final String ADD_ORGANISATION = """
            insert into organisation (code, name, kind, opened, fictional)
            values (:code, :name, :kind, date '2020-04-01', true)
            returning id
            """;
    private static final String ADD_MEMBER =
            "insert into icb_member (icb, organisation, valid_from) values (:icb, :organisation, date '2022-07-01')";

    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final Accounts accounts;
    private final ActorsForTests actors;
    private final Environment environment;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    Given(JdbcClient jdbc, UnitOfWork work, Accounts accounts, ActorsForTests actors, Environment environment) {
        this.jdbc = jdbc;
        this.work = work;
        this.accounts = accounts;
        this.actors = actors;
        this.environment = environment;
    }

    /// An organisation made for a test.
    public record Organisation(int id, String code, String name) {}

    /// Someone who can act: in the program, over HTTP, and at the sign-in page.
    public record Person(Actor actor, String token, String signInName, String password) {}

    /// A fictional ICB that no other test uses.
    public Organisation icb() {
        var number = NEXT.getAndIncrement();
        return organisation("QT" + number, "NHS Test %d ICB".formatted(number), "ICB");
    }

    /// An ICB of that code, made unless it is there: for real register files, which name real ICBs.
    public Organisation icb(String code, String name) {
        var found = work.read(
                Scope.system(),
                () -> jdbc.sql("select id, name from organisation where code = :code")
                        .param("code", code)
                        .query((row, _) -> new Organisation(row.getInt("id"), code, row.getString("name")))
                        .optional());
        return found.orElseGet(() -> organisation(code, name, "ICB"));
    }

    /// A fictional provider of that kind, assured by the ICB.
    public Organisation provider(Organisation icb, String kind) {
        var number = NEXT.getAndIncrement();
        var provider = organisation("T" + number, "Test %d %s".formatted(number, kind), kind);
        assure(icb, provider);
        return provider;
    }

    /// Lets an ICB assure a provider, beside those that do already.
    public void assure(Organisation icb, Organisation provider) {
        work.write(
                Scope.system(),
                () -> jdbc.sql(ADD_MEMBER)
                        .param("icb", icb.id())
                        .param("organisation", provider.id())
                        .update());
    }

    private Organisation organisation(String code, String name, String kind) {
        var id = work.write(
                Scope.system(),
                () -> jdbc.sql(ADD_ORGANISATION)
                        .param("code", code)
                        .param("name", name)
                        .param("kind", kind)
                        .query(Integer.class)
                        .single());
        return new Organisation(id, code, name);
    }

    /// Someone with a role at an organisation of the ICB (or at the ICB itself).
    public Person person(String role, Organisation icb, Organisation organisation) {
        var number = NEXT.getAndIncrement();
        var signInName = "person%d@test.invalid".formatted(number);
        var account = actors.account(signInName, "Person " + number);
        accounts.grant(account, role, icb.id(), organisation.id(), LocalDate.of(2022, 7, 1));
        var actor = actors.actor(account, icb.id(), organisation.id());
        return new Person(actor, accounts.makeToken(actor, "test", 1), signInName, ActorsForTests.PASSWORD);
    }

    /// What the person's authenticator app shows now; sets the app up when they have none.
    public String code(Person person) {
        actors.settleIn(person.actor().account());
        return actors.code(person.actor().account());
    }

    /// Someone with a role at the ICB itself.
    public Person person(String role, Organisation icb) {
        return person(role, icb, icb);
    }

    public String address(String path) {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port") + path;
    }

    /// A GET as that person.
    public HttpResponse<String> get(Person person, String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + person.token())
                .build());
    }

    /// A form sent as that person; the body is URL-encoded already.
    public HttpResponse<String> post(Person person, String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /// A file sent as that person, as a browser's form would send it.
    public HttpResponse<String> upload(Person person, String path, String fileName, byte[] content) {
        return send(multipart(person, path, fileName, content).build());
    }

    /// The same, for a request that needs further headers.
    public HttpRequest.Builder multipart(Person person, String path, String fileName, byte[] content) {
        var boundary = "golden-thread-test-boundary";
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, fileName);
        return HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(
                        head.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        content,
                        "\r\n--%s--\r\n".formatted(boundary).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
