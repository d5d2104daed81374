package uk.goldenthread.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.Reference;

class StrandTest {
    private final List<ThreadLink> links = new ArrayList<>();
    private int questions;

    private static Reference thing(String name) {
        return Reference.parse(name);
    }

    private void tie(String from, String to) {
        links.add(new ThreadLink(thing(from), thing(to)));
    }

    private Strand.Followed through(String name) {
        return Strand.follow(thing(name), this::of);
    }

    private List<ThreadLink> of(Collection<Reference> asked) {
        questions++;
        return links.stream()
                .filter(link -> asked.contains(link.from()) || asked.contains(link.to()))
                .toList();
    }

    @Test
    void leadsUpToTheLawAndDownToThePaper() {
        tie("law/act", "requirement/R-1");
        tie("requirement/R-1", "answer/1");
        tie("answer/1", "action/1");
        tie("action/1", "paper/1");

        assertThat(through("answer/1").things())
                .extracting(Reference::toString)
                .containsExactlyInAnyOrder("law/act", "requirement/R-1", "answer/1", "action/1", "paper/1");
        assertThat(through("answer/1").links()).hasSize(4);
        assertThat(through("answer/1").whole()).isTrue();
    }

    @Test
    void leavesOutWhatOnlySharesADutyOrAPaper() {
        tie("requirement/R-1", "answer/1");
        tie("requirement/R-1", "answer/2");
        tie("answer/1", "paper/1");
        tie("answer/2", "paper/1");

        assertThat(through("answer/1").things())
                .extracting(Reference::toString)
                .containsExactlyInAnyOrder("requirement/R-1", "answer/1", "paper/1");
    }

    @Test
    void endsWhereThingsHangOnEachOther() {
        tie("action/1", "action/2");
        tie("action/2", "action/1");

        assertThat(through("action/1").things()).hasSize(2);
        assertThat(through("action/1").whole()).isTrue();
    }

    @Test
    void asksOnceAStepHoweverManyThingsThereAre() {
        IntStream.rangeClosed(1, 100).forEach(each -> {
            tie("requirement/R-1", "answer/" + each);
            tie("answer/" + each, "paper/1");
        });

        assertThat(through("requirement/R-1").things()).hasSize(102);
        assertThat(questions).as("one up, three down").isEqualTo(4);
    }

    @Test
    void saysThatThereIsMoreThanItShows() {
        IntStream.rangeClosed(1, Strand.MOST + 5).forEach(each -> tie("requirement/R-1", "answer/" + each));

        var followed = through("requirement/R-1");

        assertThat(followed.whole()).isFalse();
        assertThat(followed.things()).hasSize(Strand.MOST);
    }
}
