package uk.goldenthread;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the running system: pages, API and scheduled work.
@SpringBootApplication
public class GoldenThread {
    public static void main(String[] args) {
        SpringApplication.run(GoldenThread.class, args);
    }
}
