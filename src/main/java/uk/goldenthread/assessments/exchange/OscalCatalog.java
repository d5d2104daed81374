package uk.goldenthread.assessments.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// A framework as an OSCAL catalogue: standards are groups, criteria controls, questions parts, and what OSCAL has no
/// place for stands in properties of our own namespace.
public final class OscalCatalog {
    static final String NAMESPACE = "urn:goldenthread:framework";
    static final String VERSION = "1.1.2";

    private OscalCatalog() {}

    /// The catalogue of an edition. The same edition always gives the same document.
    public static ObjectNode write(FrameworkEdition edition) {
        var root = JsonNodeFactory.instance.objectNode();
        var catalog = root.putObject("catalog");
        var name = edition.code() + "/" + edition.edition();
        catalog.put("uuid", identity(name).toString());
        var metadata = catalog.putObject("metadata").put("title", edition.name());
        metadata.put(
                "last-modified",
                edition.validFrom().atStartOfDay(ZoneOffset.UTC).toInstant().toString());
        metadata.put("version", edition.edition()).put("oscal-version", VERSION);
        property(metadata, "code", edition.code());
        property(metadata, "valid-from", edition.validFrom().toString());
        if (edition.validTo() != null) {
            property(metadata, "valid-to", edition.validTo().toString());
        }
        edition.basis().forEach(basis -> property(metadata, "basis", basis));
        for (var standard : edition.standards()) {
            var group = catalog.withArray("groups").addObject();
            group.put("id", "g-" + standard.code()).put("title", standard.name());
            label(group, standard.code());
            standard.criteria().forEach(criterion -> write(criterion, group));
        }
        return root;
    }

    /// OSCAL takes identifiers of version 4 or 5 only; version 5 is the same for the same name.
    static UUID identity(String name) {
        try {
            var hash = MessageDigest.getInstance("SHA-1")
                    .digest((NAMESPACE + "/" + name).getBytes(StandardCharsets.UTF_8));
            hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
            hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
            var bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException always) {
            throw new IllegalStateException(always); // every Java has SHA-1
        }
    }

    private static void write(Criterion criterion, ObjectNode group) {
        var control = group.withArray("controls").addObject();
        control.put("id", "c-" + criterion.code())
                .put("title", criterion.rated().text());
        label(control, criterion.code());
        property(control, "weight", criterion.weight().toPlainString());
        property(control, "critical", String.valueOf(criterion.critical()));
        criterion.appliesTo().stream().sorted().forEach(kind -> property(control, "applies", kind));
        property(control, "source", criterion.origin().source());
        property(control, "certainty", criterion.origin().certainty().name());
        for (var question : criterion.all().toList()) {
            var rated = question.equals(criterion.rated());
            var part = control.withArray("parts").addObject();
            part.put("id", "q-" + question.code()).put("name", rated ? "statement" : "question");
            part.put("prose", question.text());
            label(part, question.code());
            property(part, "answer", Wording.of(question.kind()));
            property(part, "required", String.valueOf(question.required()));
            Wording.options(question.kind()).forEach(option -> property(part, "option", option));
            question.condition().ifPresent(when -> Wording.of(when).forEach(text -> property(part, "when", text)));
        }
    }

    private static void label(ObjectNode holder, String code) {
        holder.withArray("props").addObject().put("name", "label").put("value", code);
    }

    static void property(ObjectNode holder, String name, String value) {
        holder.withArray("props")
                .addObject()
                .put("name", name)
                .put("ns", NAMESPACE)
                .put("value", value);
    }

    /// What a catalogue that is not ours leaves open.
    public record Defaults(String code, RatingScale scale, Set<String> appliesTo, LocalDate validFrom) {
        /// Copies the kinds in.
        public Defaults {
            appliesTo = Set.copyOf(appliesTo);
        }
    }

    /// Reads a catalogue. The groups that hold controls become standards, whatever lies about them.
    public static Outcome<FrameworkEdition> read(JsonNode document, Defaults defaults) {
        var catalog = document.path("catalog");
        var metadata = catalog.path("metadata");
        var reasons = new ArrayList<Reason>();
        if (!catalog.isObject()) {
            reasons.add(Reason.house("catalog", "This is not an OSCAL catalogue"));
        } else if (metadata.path("version").asString("").isBlank()) {
            reasons.add(Reason.house("version", "The catalogue does not say which edition it is"));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        try {
            var standards = new ArrayList<Standard>();
            new OscalControls(defaults, metadata.path("title").asString("")).standards(catalog, standards);
            if (standards.isEmpty()) {
                return Outcome.refused(List.of(Reason.house("groups", "The catalogue has no controls")));
            }
            var from = OscalControls.property(metadata, "valid-from");
            return Outcome.accepted(new FrameworkEdition(
                    OscalControls.property(metadata, "code", defaults.code()),
                    metadata.path("title").asString(""),
                    metadata.path("version").asString(""),
                    from == null ? defaults.validFrom() : LocalDate.parse(from),
                    date(OscalControls.property(metadata, "valid-to")),
                    OscalControls.properties(metadata, "basis"),
                    standards));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Outcome.refused(List.of(Reason.house("catalog", String.valueOf(wrong.getMessage()))));
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
