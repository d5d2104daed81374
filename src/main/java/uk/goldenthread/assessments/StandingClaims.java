package uk.goldenthread.assessments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.assessments.model.SurveyResult;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.store.StandingClaimStore;
import uk.goldenthread.assessments.store.StandingClaimStore.Row;
import uk.goldenthread.assessments.survey.SurveyQuestions;
import uk.goldenthread.rulebook.Rules;

/// What organisations claim of themselves at present, and what their own practitioners said beside it, for whoever sets
/// the two beside other knowledge. Called inside a unit of work of the ICB.
@Service
public class StandingClaims {
    private final StandingClaimStore store;
    private final Editions editions;
    private final SurveyQuestions questions;
    private final Rules rules;

    StandingClaims(StandingClaimStore store, Editions editions, SurveyQuestions questions, Rules rules) {
        this.store = store;
        this.editions = editions;
        this.questions = questions;
        this.rules = rules;
    }

    /// A criterion as its organisation last handed it in.
    ///
    /// @param framework its code
    /// @param name the framework's name and edition
    /// @param answer the number of the answer
    /// @param claimed points of 100
    /// @param variance moderated less claimed, in the same points; 0 where it was not moderated
    /// @param unmet whether it stands at the lowest point of its scale: as moderated, else as claimed
    public record Claim(
            int organisation,
            String framework,
            String name,
            long answer,
            String code,
            String text,
            boolean critical,
            int claimed,
            int variance,
            boolean unmet,
            LocalDate handedIn) {}

    /// What practitioners said to one question of a survey beside a round.
    ///
    /// @param question its code
    /// @param agree the share of yes in whole per cent
    /// @param enough whether that is the share that a claim in full needs
    public record Said(int organisation, String question, String text, int agree, boolean enough, LocalDate beside) {}

    /// Claims with what was said beside them.
    public record Known(List<Claim> claims, List<Said> said) {
        /// Copies the lists in.
        public Known {
            claims = List.copyOf(claims);
            said = List.copyOf(said);
        }
    }

    /// @param organisation one, or null for every one of the ICB
    public Known of(int icb, @Nullable Integer organisation, LocalDate today) {
        var rows = store.claims(icb, organisation);
        var asked = new HashMap<Asked, FrameworkEdition>();
        var claims = new ArrayList<Claim>();
        for (var row : rows) {
            var edition = asked.computeIfAbsent(
                    new Asked(row.framework(), row.edition()),
                    key -> editions.edition(icb, key.framework(), key.edition()));
            edition.criterion(row.code()).ifPresent(criterion -> claim(row, edition, criterion, claims));
        }
        return new Known(claims, said(icb, rows, today));
    }

    private record Asked(String framework, String edition) {}

    private static void claim(Row row, FrameworkEdition edition, Criterion criterion, List<Claim> claims) {
        criterion.scale().point(row.value()).ifPresent(point -> {
            var moderated = row.points();
            claims.add(new Claim(
                    row.organisation(),
                    row.framework(),
                    edition.name() + " " + edition.edition(),
                    row.answer(),
                    row.code(),
                    criterion.rated().text(),
                    criterion.critical(),
                    point.normalised(),
                    row.variance(),
                    moderated == null
                            ? point.equals(criterion.scale().lowest())
                            : moderated == lowest(criterion.scale()),
                    row.handedIn()));
        });
    }

    private static int lowest(RatingScale scale) {
        return scale.lowest().normalised();
    }

    private List<Said> said(int icb, List<Row> rows, LocalDate today) {
        var settings = rules.now().settings(today);
        int least = settings.integer("ASSESSMENT.survey_least");
        int smallest = settings.integer("ASSESSMENT.survey_cell");
        int enough = settings.integer("ASSESSMENT.survey_agree");
        var beside = rows.stream()
                .collect(Collectors.toMap(
                        row -> new Place(row.round(), row.organisation()), row -> row, (one, _) -> one));
        var said = new ArrayList<Said>();
        counts(icb, beside).forEach((place, counts) -> {
            var row = beside.get(place);
            int replies = (int) SurveyResult.count(counts, "*", "REPLY");
            for (var question : row == null ? List.<SurveyQuestions.Question>of() : questions.of(row.framework())) {
                var values = SurveyQuestions.ANSWERS.stream()
                        .map(answer -> SurveyResult.count(counts, question.code(), answer.value()))
                        .toList();
                var agree = SurveyResult.of(values, replies, least, smallest).agree();
                if (row != null && agree != null) {
                    said.add(new Said(
                            place.organisation(),
                            question.code(),
                            question.text(),
                            agree,
                            agree >= enough,
                            row.handedIn()));
                }
            }
        });
        return said;
    }

    private record Place(long round, int organisation) {}

    private Map<Place, Map<String, Map<String, Integer>>> counts(int icb, Map<Place, Row> beside) {
        var counts = new HashMap<Place, Map<String, Map<String, Integer>>>();
        if (beside.isEmpty()) {
            return counts;
        }
        var rounds = beside.keySet().stream().map(Place::round).distinct().toList();
        var organisations =
                beside.keySet().stream().map(Place::organisation).distinct().toList();
        store.counts(icb, rounds, organisations)
                .forEach(each -> counts.computeIfAbsent(
                                new Place(each.round(), each.organisation()), _ -> new HashMap<>())
                        .computeIfAbsent(each.question(), _ -> new HashMap<>())
                        .put(each.value(), each.replies()));
        return counts;
    }
}
