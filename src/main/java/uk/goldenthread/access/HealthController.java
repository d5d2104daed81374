package uk.goldenthread.access;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For the machines that watch: is it alive, is it ready, how is it doing.
@RestController
class HealthController {
    private final JdbcClient jdbc;
    private final PrometheusMeterRegistry metrics;

    HealthController(JdbcClient jdbc, PrometheusMeterRegistry metrics) {
        this.jdbc = jdbc;
        this.metrics = metrics;
    }

    @GetMapping(path = "/health/live", produces = MediaType.TEXT_PLAIN_VALUE)
    @Open("says only that the process answers")
    String live() {
        return "live";
    }

    @GetMapping(path = "/health/ready", produces = MediaType.TEXT_PLAIN_VALUE)
    @Open("says only whether requests are served and the database answers")
    ResponseEntity<String> ready() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok("ready");
        } catch (DataAccessException e) {
            return ResponseEntity.status(503).body("the database does not answer");
        }
    }

    /// Metrics in Prometheus' format, for this machine's own collector only.
    @GetMapping(path = "/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    @Open("answers only the loopback address")
    ResponseEntity<String> metrics(HttpServletRequest request) throws UnknownHostException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok(metrics.scrape());
    }
}
