package uk.goldenthread.assessments.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import uk.goldenthread.assessments.AgreedForTests;
import uk.goldenthread.assessments.EvidenceForAnswers;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.fhir.FhirJson;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// An agreed assessment as OSCAL assessment results, held beside the published examples of that format.
@GoldenThreadTest
class OscalResultsTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    /// Parts of the format (OSCAL 1.1 assessment results, metaschema) that the published examples happen not to use.
    private static final Map<String, Set<String>> UNUSED_IN_EXAMPLES = Map.of(
            "assessment-results", Set.of("back-matter"),
            "parties", Set.of("external-ids"),
            "external-ids", Set.of("scheme", "id"),
            "results", Set.of("props"),
            "props", Set.of("ns"),
            "observations", Set.of("props", "relevant-evidence"),
            "relevant-evidence", Set.of("href", "description", "props"),
            "findings", Set.of("props"),
            "status", Set.of("reason", "remarks"),
            "resources", Set.of("uuid", "title", "description", "rlinks"));

    private static final Map<String, Set<String>> UNUSED_AT_THE_END =
            Map.of("back-matter", Set.of("resources"), "rlinks", Set.of("href", "media-type"));

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "assessment-results", Set.of("uuid", "metadata", "import-ap", "results"),
            "metadata", Set.of("title", "last-modified", "version", "oscal-version"),
            "results", Set.of("uuid", "title", "description", "start", "reviewed-controls"),
            "reviewed-controls", Set.of("control-selections"),
            "observations", Set.of("uuid", "description", "methods", "collected"),
            "relevant-evidence", Set.of("description"),
            "findings", Set.of("uuid", "title", "description", "target"),
            "target", Set.of("type", "target-id", "status"),
            "status", Set.of("state"),
            "props", Set.of("name", "value"));

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    AgreedForTests agreed;

    @Autowired
    EvidenceForAnswers evidence;

    @Autowired
    Rounds rounds;

    @Autowired
    Ledger ledger;

    @Autowired
    UnitOfWork work;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;
    private long id;

    @BeforeEach
    void anAssessmentIsIssued() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL);
        var dates = new RoundDates(APRIL, APRIL.plusWeeks(8), APRIL.plusWeeks(12), null, APRIL.plusWeeks(20));
        var wanted = new Rounds.Wanted("S11_WT", "2023", "Section 11", Set.of("ACUTE"), Set.of(), false, dates);
        long round = rounds.prepare(nurse.actor(), wanted).orElseThrow();
        rounds.publish(nurse.actor(), round).orElseThrow();
        id = test.assessment(nurse, round, trust);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private String address() {
        return "/assessments/%d/results.json".formatted(id);
    }

    /// All claimed as fully met; 1.1 judged not met, 1.2 mostly, 1.3 not to apply, the rest as claimed.
    private JsonNode exported() {
        evidence.give(
                named,
                "Board minutes",
                LocalDate.of(2026, 12, 31),
                test.answers(named, id).get("1.1").id());
        var judged = new ArrayList<Typed>();
        test.answers(named, id)
                .keySet()
                .forEach(code -> judged.add(
                        switch (code) {
                            case "1.1" -> Typed.value(code, "0").saying("Nobody holds the post");
                            case "1.2" -> Typed.value(code, "2").saying("No deputy");
                            case "1.3" -> Typed.value(code, "NA").saying("There is no board");
                            default -> Typed.value(code, "3");
                        }));
        agreed.agree(new AgreedForTests.People(nurse, named, executive), id, "3", judged);
        return FhirJson.read(given.get(nurse, address()).body()).orElseThrow();
    }

    @Test
    void claimJudgementAndWhatWasAgreedStandApart() {
        var result = exported().path("assessment-results").path("results").path(0);

        assertThat(result.path("observations").size())
                .as("a claim and a judgement of each of 50")
                .isEqualTo(100);
        assertThat(result.path("findings").size()).as("one does not apply").isEqualTo(49);
        assertThat(states(result))
                .containsEntry("1.1", "not-satisfied fail")
                .containsEntry("1.2", "not-satisfied other");
        assertThat(states(result)).containsEntry("1.4", "satisfied pass").doesNotContainKey("1.3");
        var first = result.path("observations").path(0);
        assertThat(first.path("description").asString("")).isEqualTo("Claimed: Fully met. Why: Funding comes in May");
        assertThat(first.path("relevant-evidence").path(0).path("description").asString(""))
                .isEqualTo("Board minutes");
        // (0 + 67 + 100 + 100) / 4 = 66.75; (66.75 + 9 x 100) / 10 = 96.675
        assertThat(property(result, "score-claimed")).isEqualTo("100");
        assertThat(property(result, "score-moderated")).startsWith("96.675");
    }

    private static Map<String, String> states(JsonNode result) {
        var states = new HashMap<String, String>();
        for (var finding : result.path("findings")) {
            var status = finding.path("target").path("status");
            states.put(
                    finding.path("title").asString(""),
                    status.path("state").asString("") + " "
                            + status.path("reason").asString(""));
        }
        return states;
    }

    private static String property(JsonNode holder, String name) {
        return StreamSupport.stream(holder.path("props").spliterator(), false)
                .filter(each -> each.path("name").asString("").equals(name))
                .map(each -> each.path("value").asString(""))
                .findFirst()
                .orElse("");
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryNameIsOneThatOscalTakes() {
        var document = exported().path("assessment-results");
        var catalog = OscalCatalog.write(Frameworks.load().find("S11_WT").orElseThrow());
        var known = new HashSet<String>();
        ids(catalog, known);
        var observed = new HashSet<String>();
        var result = document.path("results").path(0);
        result.path("observations")
                .forEach(each -> observed.add(each.path("uuid").asString("")));

        var controls = result.path("reviewed-controls")
                .path("control-selections")
                .path(0)
                .path("include-controls");
        assertThat(controls.size()).isEqualTo(50);
        controls.forEach(
                each -> assertThat(known).contains(each.path("control-id").asString("")));
        result.path("findings").forEach(finding -> {
            assertThat(known).contains(finding.path("target").path("target-id").asString(""));
            finding.path("related-observations")
                    .forEach(each -> assertThat(observed)
                            .contains(each.path("observation-uuid").asString("")));
        });
        assertThat(document.path("import-ap").path("href").asString(""))
                .isEqualTo("#"
                        + document.path("back-matter")
                                .path("resources")
                                .path(0)
                                .path("uuid")
                                .asString(""));
        var uuids = document.findValuesAsString("uuid");
        assertThat(uuids)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        for (var time : List.of("start", "end", "collected", "last-modified")) {
            assertThat(document.findValuesAsString(time)).isNotEmpty().allSatisfy(OffsetDateTime::parse);
        }
        assertThat(document.findValuesAsString("name")).noneMatch(String::isBlank);
    }

    private static void ids(JsonNode node, Set<String> into) {
        node.findValuesAsString("id").forEach(into::add);
    }

    @Test
    void itHasTheShapeOfThePublishedExamples() throws IOException {
        var folder = Path.of(System.getProperty("shared.data", "../shared/data"), "oscal");
        Assumptions.assumeTrue(Files.exists(folder), "third-party data not here: skipped");
        var allowed = new HashMap<String, Set<String>>();
        UNUSED_IN_EXAMPLES.forEach((name, keys) -> allowed.put(name, new TreeSet<>(keys)));
        UNUSED_AT_THE_END.forEach((name, keys) -> allowed.put(name, new TreeSet<>(keys)));
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                keys(FhirJson.read(Files.readString(file)).orElseThrow(), "", allowed);
            }
        }

        var found = new HashMap<String, Set<String>>();
        var document = exported();
        keys(document, "", found);

        found.forEach((name, keys) ->
                assertThat(allowed.getOrDefault(name, Set.of())).as(name).containsAll(keys));
        REQUIRED.forEach((name, keys) -> document.findValues(name).forEach(each -> {
            var objects = each.isArray() ? each : List.of(each);
            objects.forEach(object -> {
                if (object.isObject()) {
                    assertThat(object.propertyNames()).as(name).containsAll(keys);
                }
            });
        }));
        Files.writeString(Path.of("target", "oscal-results.json"), document.toPrettyString());
    }

    /// The keys of every object, by the key it stands under.
    private static void keys(JsonNode node, String under, Map<String, Set<String>> into) {
        if (node.isObject()) {
            node.properties().forEach(each -> {
                into.computeIfAbsent(under, _ -> new TreeSet<>()).add(each.getKey());
                keys(each.getValue(), each.getKey(), into);
            });
        }
        if (node.isArray()) {
            node.forEach(each -> keys(each, under, into));
        }
    }

    @Test
    void beforeItIsAgreedThereIsNothingToTakeAndTheLedgerSaysWhoTookIt() {
        assertThat(given.get(nurse, address()).statusCode()).isEqualTo(404);
        exported();
        assertThat(given.get(named, address()).statusCode()).as("its own").isEqualTo(200);
        clock.letGo();
        var neighbour = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        assertThat(given.get(neighbour, address()).statusCode()).isEqualTo(404);

        var entries = work.read(nurse.actor().scope(), () -> ledger.about("assessment/" + id, 50));
        assertThat(entries)
                .filteredOn(entry -> entry.action().equals("ASSESSMENT_EXPORTED"))
                .hasSize(2);
    }
}
