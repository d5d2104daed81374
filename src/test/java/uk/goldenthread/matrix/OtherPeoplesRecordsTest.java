package uk.goldenthread.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.goldenthread.access.Roles;
import uk.goldenthread.catalogue.RoleDefinition;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.matrix.Endpoints.Endpoint;
import uk.goldenthread.matrix.Sampler.Sample;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SwitchablePolicy;

/// Every address that names a record x every role of another ICB, and of another provider: the answer is the one a
/// record that does not exist gets. And the same with the access policy switched off, by row-level security alone.
@GoldenThreadTest
class OtherPeoplesRecordsTest {
    private static final String NOTHING = "999999999";

    /// Addresses whose variables name nothing private: the field's own rules, and the public register.
    private static final List<String> PUBLIC =
            List.of("/measures/{kpi}", "/catalogue/settings/", "/figures/{name}", "/directory/");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Roles roles;

    @Autowired
    Given given;

    @Autowired
    SwitchablePolicy policy;

    @Autowired
    List<Sampler> samplers;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    /// One address of a real record.
    private record Case(Endpoint endpoint, Sample sample) {}

    @Test
    void anotherIcbAndAnotherProviderGetTheAnswerOfARecordThatIsNotThere() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var cases = cases(icb, trust);
        var elsewhere = given.icb();
        var holes = new ArrayList<String>();
        var refused = new HashSet<Endpoint>();
        for (var role : roles.all()) {
            var stranger = person(role, elsewhere, given.provider(elsewhere, "ACUTE"), given.provider(elsewhere, "GP"));
            var none = new HashMap<Endpoint, Integer>();
            // PermissionMatrixTest shows every role without the permission refused before anything is looked for: here
            // one of them at each address is enough.
            cases.stream()
                    .filter(c -> c.endpoint().isFor(role) || refused.add(c.endpoint()))
                    .forEach(c -> compare(c, stranger, none, holes));
            if (role.reach() == RoleDefinition.Reach.OWN) {
                var neighbour = person(role, icb, given.provider(icb, "ACUTE"), given.provider(icb, "GP"));
                cases.stream()
                        .filter(c -> c.sample().ofProvider() && c.endpoint().isFor(role))
                        .forEach(c -> compare(c, neighbour, none, holes));
            }
        }
        assertThat(holes).isEmpty();
    }

    @Test
    void whoTriesAnAddressThatIsNotTheirsStandsInTheLedger() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var cases = cases(icb, trust);
        var elsewhere = given.icb();
        var strangers = List.of(
                given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE")),
                given.person("DESIGNATED_NURSE", elsewhere),
                given.person("PROVIDER_EXECUTIVE_LEAD", elsewhere, given.provider(elsewhere, "ACUTE")));
        var silent = new ArrayList<String>();
        var told = new HashSet<Endpoint>();
        for (var stranger : strangers) {
            for (var each : cases) {
                var before = refusals(stranger, each);
                var status = status(each, stranger, each.sample().variables());
                if (status != 403 && status != 404) {
                    continue;
                }
                told.add(each.endpoint());
                if (refusals(stranger, each) == before) {
                    silent.add("%s as %s: %d"
                            .formatted(each.endpoint(), stranger.actor().roles(), status));
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(told)
                .as("every address of a page was refused to somebody")
                .containsAll(cases.stream()
                        .map(Case::endpoint)
                        .filter(e -> e.method().equals("GET"))
                        .toList());
    }

    private long refusals(Given.Person person, Case c) {
        var path = URI.create(given.address(c.endpoint().address(c.sample().variables(), NOTHING)))
                .getRawPath();
        return work.read(
                Scope.system(),
                () -> jdbc.sql("select count(*) from ledger.entry where icb = :icb and subject = :subject")
                        .param("icb", person.actor().icb())
                        .param("subject", "address" + path)
                        .query(Long.class)
                        .single());
    }

    @Test
    void theRecordsAreThereForThoseWhoMaySeeThem() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var practice = given.provider(icb, "GP");
        var people =
                roles.all().stream().map(r -> person(r, icb, trust, practice)).toList();
        var unseen = cases(icb, trust).stream()
                .filter(c -> c.endpoint().method().equals("GET"))
                .filter(c ->
                        people.stream().noneMatch(p -> status(c, p, c.sample().variables()) < 400))
                .map(c -> c.endpoint().toString())
                .toList();
        assertThat(unseen).isEmpty();
    }

    @Test
    void withThePolicySwitchedOffRowLevelSecurityStillHidesThem() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var reads = cases(icb, trust).stream()
                .filter(c -> c.endpoint().method().equals("GET"))
                .toList();
        var elsewhere = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", elsewhere);
        var neighbour = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        var holes = new ArrayList<String>();
        policy.whileOff(() -> reads.forEach(c -> {
            if (shown(c, nurse)) {
                holes.add(c.endpoint() + " shown to another ICB");
            }
            if (c.sample().ofProvider() && shown(c, neighbour)) {
                holes.add(c.endpoint() + " shown to another provider");
            }
        }));
        assertThat(holes).isEmpty();
    }

    /// Whether the page comes, and with it what only the record would show.
    private boolean shown(Case c, Given.Person person) {
        var answer = given.send(request(c, person, c.sample().variables()));
        var secret = c.sample().secret();
        return answer.statusCode() < 400 && (secret == null || answer.body().contains(secret));
    }

    /// @param none what somebody of the same role is answered where nothing is, as far as it was asked
    private void compare(Case c, Given.Person person, Map<Endpoint, Integer> none, List<String> holes) {
        int real = status(c, person, c.sample().variables());
        int expected = none.computeIfAbsent(c.endpoint(), _ -> status(c, person, Map.of()));
        if (real != expected || (c.endpoint().method().equals("GET") && real < 400)) {
            holes.add("%s as %s: %d, and %d for one that is not there"
                    .formatted(c.endpoint(), person.actor().roles(), real, expected));
        }
    }

    private List<Case> cases(Given.Organisation icb, Given.Organisation trust) {
        var samples = samplers.stream()
                .flatMap(s -> s.make(given, icb, trust).stream())
                .toList();
        var named = Endpoints.of(mapping).stream()
                .filter(e -> e.needs() != null && !e.variables().isEmpty())
                .filter(e -> PUBLIC.stream()
                        .noneMatch(p -> e.pattern().equals(p)
                                || (p.endsWith("/") && e.pattern().startsWith(p))))
                .toList();
        var without = named.stream()
                .filter(e -> sample(e, samples).isEmpty())
                .map(Endpoint::toString)
                .toList();
        assertThat(without).as("addresses that no module made a record for").isEmpty();
        return named.stream()
                .map(e -> new Case(e, sample(e, samples).orElseThrow()))
                .toList();
    }

    private static Optional<Sample> sample(Endpoint endpoint, List<Sample> samples) {
        return samples.stream()
                .filter(s -> endpoint.pattern().startsWith(s.prefix())
                        && s.variables().keySet().containsAll(endpoint.variables()))
                .max(Comparator.comparingInt(s -> s.prefix().length()));
    }

    private Given.Person person(
            RoleDefinition role, Given.Organisation icb, Given.Organisation trust, Given.Organisation practice) {
        return given.person(role.code(), icb, PermissionMatrixTest.place(role, icb, trust, practice));
    }

    private int status(Case c, Given.Person person, Map<String, String> variables) {
        return given.send(request(c, person, variables)).statusCode();
    }

    private HttpRequest request(Case c, Given.Person person, Map<String, String> variables) {
        var request = HttpRequest.newBuilder(
                        URI.create(given.address(c.endpoint().address(variables, NOTHING))))
                .header("Authorization", "Bearer " + person.token())
                .method(
                        c.endpoint().method(),
                        HttpRequest.BodyPublishers.ofString(c.endpoint().isApi() ? "{}" : ""));
        if (!Objects.equals(c.endpoint().method(), "GET")) {
            request.header(
                    "Content-Type", c.endpoint().isApi() ? "application/json" : "application/x-www-form-urlencoded");
        }
        return request.build();
    }
}
