package uk.goldenthread.demonstration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.model.Offer;
import uk.goldenthread.evidence.service.Giving;
import uk.goldenthread.evidence.service.Incoming;
import uk.goldenthread.kernel.Reference;

/// Evidence that the demonstration's providers give: small files that say that they are invented.
@Component
class GivenEvidence {
    private final Giving giving;

    GivenEvidence(Giving giving) {
        this.giving = giving;
    }

    /// A file and what is said of it.
    record File(String title, DocumentKind document, EvidenceClass kind) {}

    /// Who gives evidence and carries actions out at a provider.
    static Actor owner(World world, String provider) {
        return world.find("PRACTICE_LEAD", provider).isPresent()
                ? world.actor("PRACTICE_LEAD", provider)
                : Answers.named(world, provider);
    }

    /// @param on the day it is given; it covers the three months before
    /// @param subject what it supports; null for nothing yet
    void give(World world, String provider, File given, LocalDate on, @Nullable Reference subject) {
        give(world, provider, given, on, subject, false);
    }

    /// @param personal whether it is said to hold personal data
    void give(World world, String provider, File given, LocalDate on, @Nullable Reference subject, boolean personal) {
        var title = given.title();
        var text = "%s%n%nInvented for the demonstration. Nothing here is about a real person or place.%n"
                .formatted(title);
        try (var file = Incoming.of(
                place -> Files.write(place, text.getBytes(StandardCharsets.UTF_8)),
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".txt")) {
            giving.give(
                            owner(world, provider),
                            new Giving.Offered(
                                    world.organisation(provider),
                                    new Offer(
                                            title,
                                            given.kind(),
                                            given.document(),
                                            on.minusDays(90),
                                            on.minusDays(1),
                                            null,
                                            personal),
                                    subject),
                            file)
                    .orElseThrow();
        }
    }
}
