package uk.goldenthread.papers.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.BankHolidays;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.kernel.suppression.Profile;
import uk.goldenthread.kernel.words.WordDifference;
import uk.goldenthread.papers.document.SamplePaper;

class PaperTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 1);
    private static final Occasion OCCASION = new Occasion("QUALITY", Month.of(2025, 6), LocalDate.of(2025, 8, 14));
    private static final int AUTHOR = 1;
    private static final int COLLEAGUE = 2;
    private static final int EXECUTIVE = 3;

    private static Paper.InReview review() {
        return new Paper.Draft(9, OCCASION, AUTHOR, SamplePaper.cover())
                .submit(List.of())
                .orElseThrow();
    }

    @Test
    void aCoverSheetNamesEveryMandatoryAnswerThatIsMissing() {
        var untouched = Cover.untouched("", "");

        assertThat(untouched.missing(Set.of("ASSURANCE"), Set.of("NONE")))
                .allSatisfy(reason -> assertThat(reason.clause().code()).isEqualTo("BR-PAP-1"))
                .extracting(Reason::field)
                .containsExactly(
                        "title", "author", "sponsor", "recommendation", "riskLink", "implication-EQUALITY", "conflict");
        assertThat(SamplePaper.cover().missing(Set.of("ASSURANCE"), Set.of("NONE")))
                .isEmpty();
        assertThat(SamplePaper.cover().missing(Set.of("APPROVE"), Set.of("NONE")))
                .extracting(Reason::field)
                .containsExactly("purpose");
    }

    @Test
    void aDraftWithGapsIsNotHandedOver() {
        var draft = new Paper.Draft(9, OCCASION, AUTHOR, Cover.untouched("", ""));

        assertThat(draft.submit(draft.cover().missing(Set.of(), Set.of())).isAccepted())
                .isFalse();
    }

    @Test
    void nobodySignsTheirOwnPaper() {
        var outcome = review().sign(AUTHOR, "Asha", "Designated nurse", false, TODAY);

        assertThat(outcome.reasons())
                .extracting(Reason::message)
                .containsExactly("You wrote this paper, so somebody else signs it");
    }

    @Test
    void aColleagueSignsThenTheExecutiveLeadAndNobodyTwice() {
        var review = review();
        assertThat(review.sign(EXECUTIVE, "Martin", "Executive", true, TODAY).isAccepted())
                .isFalse();

        var once = (Paper.InReview)
                review.sign(COLLEAGUE, "Priya", "Doctor", false, TODAY).orElseThrow();
        assertThat(once.sign(COLLEAGUE, "Priya", "Doctor", true, TODAY).reasons())
                .extracting(Reason::message)
                .containsExactly("You have signed this paper already; the next signature is another person's");
        assertThat(once.sign(4, "Ann", "Nurse", false, TODAY).isAccepted()).isFalse();

        var signed = once.sign(EXECUTIVE, "Martin", "Executive", true, TODAY).orElseThrow();
        assertThat(signed).isInstanceOf(Paper.Signed.class);
        assertThat(signed.signatures()).extracting(Signature::account).containsExactly(COLLEAGUE, EXECUTIVE);
    }

    @Test
    void sendingBackNeedsAReasonAndTakesTheSignaturesWithIt() {
        var once = (Paper.InReview)
                review().sign(COLLEAGUE, "Priya", "Doctor", false, TODAY).orElseThrow();

        assertThat(once.sendBack(" ").isAccepted()).isFalse();
        assertThat(once.sendBack("Say more about Alder").orElseThrow().signatures())
                .isEmpty();
    }

    @Test
    void aPaperIsDueFiveWorkingDaysBeforeTheMeeting() {
        var calendar = BankHolidays.workingDays();

        // Thursday 14 August 2025: 13, 12, 11, 8, 7 August.
        assertThat(OCCASION.dueOn(calendar, 5)).isEqualTo(LocalDate.of(2025, 8, 7));
        // Tuesday 5 January 2027: 4 January, 31, 30, 29 December, 24 December (25 and 28 are holidays, 1 January too).
        var afterChristmas = new Occasion("QUALITY", Month.of(2026, 10), LocalDate.of(2027, 1, 5));
        assertThat(afterChristmas.dueOn(calendar, 5)).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void aMeetingBeforeThePeriodAndAPeriodNotBegunAreBothNamed() {
        var outcome = Occasion.of("QUALITY", Month.of(2025, 9), LocalDate.of(2025, 8, 14), TODAY);

        assertThat(outcome.reasons()).extracting(Reason::field).containsExactly("period", "meeting");
    }

    @Test
    void wordsAreComparedWordByWord() {
        var pieces = WordDifference.between("Training fell at Alder Trust.", "Training rose at Alder Trust.");

        assertThat(pieces)
                .containsExactly(
                        new WordDifference.Piece(WordDifference.Kind.SAME, "Training "),
                        new WordDifference.Piece(WordDifference.Kind.REMOVED, "fell"),
                        new WordDifference.Piece(WordDifference.Kind.ADDED, "rose"),
                        new WordDifference.Piece(WordDifference.Kind.SAME, " at Alder Trust."));
        assertThat(WordDifference.between("", "New")).hasSize(1);
        assertThat(WordDifference.between("Same", "Same"))
                .containsExactly(new WordDifference.Piece(WordDifference.Kind.SAME, "Same"));
    }

    @Test
    void aPriorityMeasureOfConcernAndAnEnhancedProviderAreAlerts() {
        assertThat(Proposal.from(SamplePaper.data()))
                .extracting(Proposal::key, Proposal::heading)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ladder/RTG/ENHANCED", Heading.ALERT),
                        org.assertj.core.groups.Tuple.tuple("measure/K03/concern", Heading.ALERT),
                        org.assertj.core.groups.Tuple.tuple("returns/late", Heading.ADVISE));
    }

    @Test
    void aMeasureStandsOnceAndItsAlertTellsOfThoseWhoDoWell() {
        assertThat(Proposal.from(SamplePaper.data()))
                .filteredOn(each -> each.key().startsWith("measure/K03"))
                .extracting(Proposal::words)
                .containsExactly("Safeguarding children level 3 training: 1 provider is of concern or certain to miss"
                        + " the target as things stand (Alder & Co <NHS> Trust). 1 other is improving or sure to meet"
                        + " it. All providers together: 71%, target 85%.");
        assertThat(Proposal.from(SamplePaper.data(
                        List.of(SamplePaper.state("RFS", "Birch NHS Trust", "IMPROVEMENT_HIGH", "HIT_AND_MISS")))))
                .extracting(Proposal::key, Proposal::heading)
                .contains(org.assertj.core.groups.Tuple.tuple("measure/K03/assured", Heading.ASSURE))
                .doesNotContain(org.assertj.core.groups.Tuple.tuple("measure/K03/concern", Heading.ALERT));
    }

    @Test
    void anAssuranceGivesWayToAnAlertOfTheSameMatterUnlessAPersonChangedIt() {
        var alert = new Proposal("measure/K03/concern", Heading.ALERT, "Worse.", "/measures/K03");
        var untouched = new Proposal.Standing("measure/K03/assured", Heading.ASSURE, true);
        var changed = new Proposal.Standing("measure/K03/assured", Heading.ASSURE, false);
        var another = new Proposal.Standing("measure/K04/assured", Heading.ASSURE, true);

        assertThat(Proposal.settle(List.of(untouched, another), List.of(alert)))
                .isEqualTo(new Proposal.Settled(List.of(alert), List.of("measure/K03/assured")));
        assertThat(Proposal.settle(List.of(changed, another), List.of(alert)))
                .isEqualTo(new Proposal.Settled(List.of(alert), List.of()));
    }

    @Test
    void noAssuranceIsProposedOfAMatterThatStandsUnderAlert() {
        var assured = new Proposal("measure/K03/assured", Heading.ASSURE, "Better.", "/measures/K03");

        assertThat(Proposal.settle(
                                List.of(new Proposal.Standing("measure/K03/concern", Heading.ALERT, true)),
                                List.of(assured))
                        .add())
                .isEmpty();
        assertThat(Proposal.settle(
                                List.of(new Proposal.Standing("measure/K04/concern", Heading.ALERT, true)),
                                List.of(assured))
                        .add())
                .containsExactly(assured);
    }

    @Test
    void aProposalSaysWhyATotalIsWithheld() {
        var profile = new Profile("NONE", 5, 1, true, false, "<5", 10);
        var state = SamplePaper.state("RTG", "Alder", "CONCERN_LOW", "FAIL");
        var data = SamplePaper.data(SamplePaper.percent("all", "70%", 3, 1000), List.of(state));

        assertThat(Proposal.from(PublicEdition.of(data, Map.of("NONE", profile))))
                .extracting(Proposal::words)
                .contains("Safeguarding children level 3 training: 1 provider is of concern or certain to miss the"
                        + " target as things stand (Alder). All providers together: withheld, because it could give a"
                        + " small number away; target 85%.");
    }

    @Test
    void eachSignOfAWithheldFigureIsExplainedOnceAndAPersonsStarIsLeftAlone() {
        assertThat(Withheld.key(List.of(
                        "*",
                        "Training. All providers together: *, target 95%.",
                        "n<10",
                        "<5",
                        "81.0%",
                        "See the note* below.")))
                .containsExactly(
                        "* stands for a figure that is withheld because it could give a small number away.",
                        "<5 stands for a count that is not nought and too small to publish.",
                        "n<10 stands for a figure that is withheld because it is a share of fewer than 10.");
        assertThat(Withheld.key(List.of("71%", "12", "no data"))).isEmpty();
    }

    @Test
    void thePublicEditionHidesSmallNumbersAndWhatWouldGiveThemAway() {
        var profile = new Profile("NONE", 5, 1, true, false, "<5", 10);
        var small = SamplePaper.data(List.of(new PaperData.ProviderState(
                "RTG", "Alder", "June 2025", SamplePaper.percent("RTG", "3%", 3, 100), "FULL", "COMMON_CAUSE", null)));

        var edition = PublicEdition.of(small, Map.of("NONE", profile));

        var figure = edition.measures().getFirst().states().getFirst().figure();
        assertThat(figure.text()).isEqualTo("*");
        assertThat(figure.value()).isNull();
        assertThat(figure.numerator()).isNull();
        assertThat(edition.measures().getFirst().total().text()).isEqualTo("71.0%");
        assertThat(edition.measures().getFirst().total().numerator()).isNull();
    }
}
