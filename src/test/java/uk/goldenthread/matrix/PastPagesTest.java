package uk.goldenthread.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.goldenthread.matrix.Endpoints.Endpoint;
import uk.goldenthread.matrix.Sampler.Sample;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Every page and list of the interface for programs, asked for as it stood in the past.
@GoldenThreadTest
class PastPagesTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Given given;

    @Autowired
    List<Sampler> samplers;

    @Test
    void everyPageOpensAsItStoodInThePast() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var samples = samplers.stream()
                .flatMap(sampler -> sampler.make(given, icb, trust).stream())
                .toList();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        var broken = new ArrayList<String>();
        for (var endpoint : pages()) {
            var address = endpoint.address(variables(endpoint, samples), "0");
            for (var day : List.of(today, today.minusDays(1), LocalDate.of(2019, 1, 1))) {
                var status = given.get(nurse, address + "?asAt=" + day).statusCode();
                if (status >= 500) {
                    broken.add("%s as at %s: %d".formatted(address, day, status));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private List<Endpoint> pages() {
        return Endpoints.of(mapping).stream()
                .filter(endpoint -> endpoint.method().equals("GET") && endpoint.needs() != null)
                .toList();
    }

    private static Map<String, String> variables(Endpoint endpoint, List<Sample> samples) {
        return samples.stream()
                .filter(sample -> endpoint.pattern().startsWith(sample.prefix())
                        && sample.variables().keySet().containsAll(endpoint.variables()))
                .max(Comparator.comparingInt(sample -> sample.prefix().length()))
                .map(Sample::variables)
                .orElse(Map.of());
    }
}
