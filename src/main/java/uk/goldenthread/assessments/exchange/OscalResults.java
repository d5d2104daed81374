package uk.goldenthread.assessments.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.model.RatingScale.Point;
import uk.goldenthread.evidence.EvidenceItem;

/// An agreed assessment as OSCAL assessment results: the claim and the judgement of each line are two observations,
/// what
/// was agreed of it is the finding. The controls are those of [OscalCatalog].
///
/// OSCAL knows only satisfied and not satisfied: a line is satisfied at the highest point of its scale. The points
/// themselves, and the scores of each view, stand in properties of our own namespace. A line that does not apply has
/// observations and no finding.
public final class OscalResults {
    private static final String CLAIMANT = "claimant";
    private static final String ASSESSOR = "assessor";

    private final Results results;
    private final String name;

    private OscalResults(Results results) {
        this.results = results;
        this.name = "assessment/" + results.header().id();
    }

    /// An organisation that took part.
    public record Party(String code, String name) {}

    /// A line with all that was said of it.
    ///
    /// @param judged null while nobody judged it
    public record Line(
            Criterion criterion, Answer claim, @Nullable Moderation judged, List<EvidenceItem> evidence) {
        /// Copies the evidence in.
        public Line {
            evidence = List.copyOf(evidence);
        }
    }

    /// A score of the whole.
    ///
    /// @param view `CLAIMED`, `EVIDENCED`, `MODERATED`, `ACCEPTED`
    /// @param score from 0 to 100, as text
    public record Score(String view, String score, String colour) {}

    /// Everything that is written.
    ///
    /// @param agreed when it was agreed
    public record Results(
            AssessmentHeader header,
            String frameworkName,
            Party icb,
            Instant handedIn,
            Instant agreed,
            List<Score> scores,
            List<Line> lines) {
        /// Copies the lists in.
        public Results {
            scores = List.copyOf(scores);
            lines = List.copyOf(lines);
        }
    }

    /// The document. The same state of an assessment always gives the same one.
    public static ObjectNode write(Results results) {
        return new OscalResults(results).document();
    }

    private ObjectNode document() {
        var root = JsonNodeFactory.instance.objectNode();
        var document = root.putObject("assessment-results");
        document.put("uuid", id("/version/" + results.header().version()));
        metadata(document.putObject("metadata"));
        // OSCAL asks for the plan; a round has none beside its questions.
        document.putObject("import-ap").put("href", "#" + id("/questions"));
        result(document.withArray("results").addObject());
        var questions = document.putObject("back-matter").withArray("resources").addObject();
        var round = results.header().round();
        questions
                .put("uuid", id("/questions"))
                .put("title", "%s, edition %s".formatted(results.frameworkName(), round.edition()))
                .put("description", "The questions of the round, as an OSCAL catalogue.");
        questions
                .withArray("rlinks")
                .addObject()
                .put(
                        "href",
                        "/assessments/frameworks/%s/catalog.json?edition=%s"
                                .formatted(
                                        round.framework(),
                                        java.net.URLEncoder.encode(
                                                round.edition(), java.nio.charset.StandardCharsets.UTF_8)))
                .put("media-type", "application/json");
        return root;
    }

    private void metadata(ObjectNode metadata) {
        var header = results.header();
        metadata.put("title", "%s: %s".formatted(header.round().name(), header.organisationName()))
                .put("last-modified", results.agreed().toString())
                .put("version", String.valueOf(header.version()))
                .put("oscal-version", OscalCatalog.VERSION);
        role(metadata, CLAIMANT, "The organisation that assessed itself");
        role(metadata, ASSESSOR, "The Integrated Care Board that judged the claims");
        var provider = new Party(header.organisationCode(), header.organisationName());
        party(metadata, provider);
        party(metadata, results.icb());
        responsible(metadata, CLAIMANT, provider);
        responsible(metadata, ASSESSOR, results.icb());
    }

    private static void role(ObjectNode metadata, String id, String title) {
        metadata.withArray("roles").addObject().put("id", id).put("title", title);
    }

    private static void party(ObjectNode metadata, Party party) {
        metadata.withArray("parties")
                .addObject()
                .put("uuid", uuid(party))
                .put("type", "organization")
                .put("name", party.name())
                .withArray("external-ids")
                .addObject()
                .put("scheme", "https://fhir.nhs.uk/Id/ods-organization-code")
                .put("id", party.code());
    }

    private static void responsible(ObjectNode metadata, String role, Party party) {
        metadata.withArray("responsible-parties")
                .addObject()
                .put("role-id", role)
                .withArray("party-uuids")
                .add(uuid(party));
    }

    private static String uuid(Party party) {
        return OscalCatalog.identity("organisation/" + party.code()).toString();
    }

    private void result(ObjectNode result) {
        result.put("uuid", id("/result"))
                .put("title", results.header().round().name())
                .put(
                        "description",
                        "Self-assessment by %s, judged by %s. Claims, judgements and what was agreed stand apart."
                                .formatted(
                                        results.header().organisationName(),
                                        results.icb().name()))
                .put("start", results.handedIn().toString())
                .put("end", results.agreed().toString());
        for (var score : results.scores()) {
            OscalCatalog.property(result, "score-" + word(score.view()), score.score());
            OscalCatalog.property(result, "colour-" + word(score.view()), score.colour());
        }
        var selection = result.putObject("reviewed-controls")
                .withArray("control-selections")
                .addObject();
        for (var line : results.lines()) {
            selection
                    .withArray("include-controls")
                    .addObject()
                    .put("control-id", "c-" + line.criterion().code());
        }
        results.lines().forEach(line -> claim(result, line));
        results.lines().forEach(line -> judgement(result, line));
        results.lines().forEach(line -> finding(result, line));
    }

    private static String word(String view) {
        return view.toLowerCase(java.util.Locale.ROOT);
    }

    private void claim(ObjectNode result, Line line) {
        var claim = line.claim();
        var at = claim.answeredAt();
        var observation = observation(result, "claim", line, at == null ? results.handedIn() : at);
        var reason = claim.reason().isEmpty() ? "" : " Why: " + claim.reason();
        observation.put("description", "Claimed: %s.%s".formatted(words(line.criterion(), claim.value()), reason));
        OscalCatalog.property(observation, "point", claim.value());
        if (!claim.words().isBlank()) {
            observation.put("remarks", claim.words());
        }
        for (var item : line.evidence()) {
            var evidence = observation.withArray("relevant-evidence").addObject();
            evidence.put("href", "/" + item.reference()).put("description", item.title());
            OscalCatalog.property(evidence, "valid-until", item.validUntil().toString());
        }
    }

    private void judgement(ObjectNode result, Line line) {
        var judged = line.judged();
        if (judged == null || judged.value().isEmpty()) {
            return;
        }
        var observation = observation(result, "judgement", line, judged.at());
        observation.put("description", "Judged: %s.".formatted(words(line.criterion(), judged.value())));
        OscalCatalog.property(observation, "point", judged.value());
        if (!judged.words().isBlank()) {
            observation.put("remarks", judged.words());
        }
    }

    private ObjectNode observation(ObjectNode result, String type, Line line, Instant at) {
        var observation = result.withArray("observations").addObject();
        observation.put("uuid", id("/" + type + "/" + line.criterion().code()));
        observation.put("title", line.criterion().code() + " " + type);
        observation.withArray("methods").add("EXAMINE");
        observation.withArray("types").add(type);
        observation.put("collected", at.toString());
        return observation;
    }

    private void finding(ObjectNode result, Line line) {
        var judged = line.judged();
        var value = judged == null || judged.value().isEmpty() ? "" : judged.settled();
        if (value.isEmpty() || value.equals(AnswerKind.NA)) {
            return;
        }
        var criterion = line.criterion();
        var point = criterion.scale().point(value).orElseThrow();
        var finding = result.withArray("findings").addObject();
        finding.put("uuid", id("/finding/" + criterion.code()));
        finding.put("title", criterion.code());
        finding.put("description", criterion.rated().text());
        OscalCatalog.property(finding, "claimed", line.claim().value());
        OscalCatalog.property(finding, "moderated", judged == null ? "" : judged.value());
        OscalCatalog.property(finding, "accepted", value);
        var target = finding.putObject("target");
        target.put("type", "statement-id").put("target-id", "q-" + criterion.code());
        target.putObject("status")
                .put("state", point.equals(criterion.scale().full()) ? "satisfied" : "not-satisfied")
                .put("reason", reason(criterion, point))
                .put("remarks", point.label());
        for (var type : List.of("claim", "judgement")) {
            finding.withArray("related-observations")
                    .addObject()
                    .put("observation-uuid", id("/" + type + "/" + criterion.code()));
        }
    }

    private static String reason(Criterion criterion, Point point) {
        return point.equals(criterion.scale().full())
                ? "pass"
                : point.equals(criterion.scale().lowest()) ? "fail" : "other";
    }

    private static String words(Criterion criterion, String value) {
        return value.equals(AnswerKind.NA)
                ? "does not apply"
                : criterion.scale().point(value).map(Point::label).orElse("not answered");
    }

    private String id(String part) {
        return OscalCatalog.identity(name + part).toString();
    }
}
