package uk.goldenthread.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The benchmark still runs, so that it can be trusted when it is wanted. No time is judged here.
class BenchTest {
    @Test
    void theQuickRunMeasuresEveryWorkAndWritesItsFigures(@TempDir Path results) throws Exception {
        var file = Bench.run(Plan.of(new String[] {"--quick"}), results);

        var figures = JsonMapper.builder().build().readTree(file).get("figures");
        assertThat(StreamSupport.stream(figures.spliterator(), false)
                        .map(figure -> figure.get("work").asString()))
                .contains("SPC", "W0", "W1", "W2", "W3", "W4", "W5", "W6", "MAP", "LONG");
        for (var figure : figures) {
            assertThat(figure.get("ours").asDouble())
                    .as(figure.get("what").asString())
                    .isPositive();
        }
    }

    @Test
    void anOptionThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> Plan.of(new String[] {"--fast"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--fast");
    }
}
