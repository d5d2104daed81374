package uk.goldenthread.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.goldenthread.access.Roles;
import uk.goldenthread.catalogue.RoleDefinition;
import uk.goldenthread.matrix.Endpoints.Endpoint;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Every address x every role: whoever lacks the permission is refused, and whoever has it never meets a broken page,
/// whatever number stands in the address. Generated from the running application, so a new handler is in it at once.
@GoldenThreadTest
class PermissionMatrixTest {
    /// A number that no record has.
    private static final String NOTHING = "999999999";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Roles roles;

    @Autowired
    Given given;

    @Test
    void everyHandlerSaysWhomItAnswers() {
        assertThat(Endpoints.of(mapping))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.needs() == null)
                        .as("%s has exactly one of @Needs and @Open", e)
                        .isNotEqualTo(e.open() == null));
    }

    @Test
    void nobodyUnknownIsAnswered() {
        var holes = new ArrayList<String>();
        for (var endpoint : guarded()) {
            var status = given.send(request(endpoint, null)).statusCode();
            if (status != 302 && status != 401 && status != 403) {
                holes.add(endpoint + " answered " + status);
            }
        }
        assertThat(holes).isEmpty();
    }

    @Test
    void aRoleWithoutThePermissionIsRefusedAndOneWithItMeetsNoBrokenPage() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var practice = given.provider(icb, "GP");
        var holes = new ArrayList<String>();
        for (var role : roles.all()) {
            var person = given.person(role.code(), icb, place(role, icb, trust, practice));
            for (var endpoint : guarded()) {
                var may = endpoint.isFor(role);
                var answer = given.send(request(endpoint, person));
                var status = answer.statusCode();
                if (endpoint.inPerson() && may
                        ? !refusesTokens(answer)
                        : may ? status == 403 || status >= 500 : status != 403) {
                    holes.add("%s as %s %s the permission answered %d"
                            .formatted(endpoint, role.code(), may ? "with" : "without", status));
                }
            }
        }
        assertThat(holes).isEmpty();
    }

    /// The matrix asks with tokens: what only a person may do answers them with 403, and not because of their role.
    private static boolean refusesTokens(HttpResponse<String> answer) {
        return answer.statusCode() == 403 && answer.body().contains("A token cannot do this");
    }

    private List<Endpoint> guarded() {
        return Endpoints.of(mapping).stream().filter(e -> e.needs() != null).toList();
    }

    static Given.Organisation place(
            RoleDefinition role, Given.Organisation icb, Given.Organisation trust, Given.Organisation practice) {
        return switch (role.tier()) {
            case PROVIDER -> trust;
            case PRACTICE -> practice;
            default -> icb;
        };
    }

    private HttpRequest request(Endpoint endpoint, Given.@org.jspecify.annotations.Nullable Person person) {
        var address = given.address(endpoint.address(Map.of(), NOTHING));
        var request = HttpRequest.newBuilder(URI.create(address))
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(""));
        if (!endpoint.method().equals("GET")) {
            request.header("Content-Type", endpoint.isApi() ? "application/json" : "application/x-www-form-urlencoded");
        }
        if (person != null) {
            request.header("Authorization", "Bearer " + person.token());
        }
        return request.build();
    }
}
