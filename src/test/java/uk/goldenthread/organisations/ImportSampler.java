package uk.goldenthread.organisations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// An uploaded register file awaiting review, for the matrix.
@Component
public class ImportSampler implements Sampler {
    private static final AtomicInteger NEXT = new AtomicInteger(90_000);

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var file = new RegisterFileForTests()
                .with(new RegisterFileForTests.Practice(
                        "X" + NEXT.getAndIncrement(), "SAMPLE SURGERY", icb.code(), "ZZ1 1ZZ", "20150401", ""))
                .bytes();
        var answer =
                given.upload(given.person("SAFEGUARDING_COORDINATOR", icb), "/api/v1/imports", "practices.csv", file);
        var id = JsonMapper.shared().readTree(answer.body()).get("id").asString();
        return List.of(
                new Sample("/imports/{id}", Map.of("id", id), false),
                new Sample("/api/v1/imports/{id}", Map.of("id", id), false));
    }
}
