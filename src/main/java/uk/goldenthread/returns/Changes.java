package uk.goldenthread.returns;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.LineState;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;

/// A return and a line as they are after each act.
final class Changes {
    private Changes() {}

    /// The acts that a return remembers.
    private record Acts(
            @Nullable Instant submittedAt,
            @Nullable Instant approvedAt,
            @Nullable Integer approvedBy,
            @Nullable Instant acceptedAt) {
        static Acts of(ReturnHeader header) {
            return new Acts(header.submittedAt(), header.approvedAt(), header.approvedBy(), header.acceptedAt());
        }
    }

    /// After figures were entered: a new return is begun, and a figure changed after approval is marked.
    static ReturnHeader entered(ReturnHeader header, int by, boolean figuresChanged) {
        var state = header.state() instanceof ReturnState.NotStarted ? new ReturnState.InProgress() : header.state();
        var changed = header.changedSinceApproval() || (figuresChanged && header.approvedAt() != null);
        return with(header, state, and(header.enteredBy(), by), Acts.of(header), changed);
    }

    static ReturnHeader submitted(ReturnHeader header, ReturnState next, int by, Instant now) {
        var first = header.submittedAt() == null ? now : header.submittedAt();
        var acts = new Acts(first, header.approvedAt(), header.approvedBy(), header.acceptedAt());
        return with(header, next, and(header.enteredBy(), by), acts, header.changedSinceApproval());
    }

    static ReturnHeader approved(ReturnHeader header, ReturnState next, int by, Instant now) {
        var acts = new Acts(header.submittedAt(), now, by, header.acceptedAt());
        return with(header, next, header.enteredBy(), acts, false);
    }

    static ReturnHeader moved(ReturnHeader header, ReturnState next) {
        return with(header, next, header.enteredBy(), Acts.of(header), header.changedSinceApproval());
    }

    static ReturnHeader accepted(ReturnHeader header, ReturnState next, Instant now) {
        var at = next instanceof ReturnState.Accepted ? now : header.acceptedAt();
        var acts = new Acts(header.submittedAt(), header.approvedAt(), header.approvedBy(), at);
        return with(header, next, header.enteredBy(), acts, header.changedSinceApproval());
    }

    private static ReturnHeader with(
            ReturnHeader header, ReturnState state, Set<Integer> enteredBy, Acts acts, boolean changed) {
        return new ReturnHeader(
                header.id(),
                header.icb(),
                header.organisation(),
                header.organisationCode(),
                header.organisationName(),
                header.kind(),
                header.period(),
                header.dueOn(),
                header.executiveApproval(),
                state,
                enteredBy,
                acts.submittedAt(),
                acts.approvedAt(),
                acts.approvedBy(),
                acts.acceptedAt(),
                changed,
                header.version());
    }

    private static Set<Integer> and(Set<Integer> accounts, int another) {
        var all = new HashSet<>(accounts);
        all.add(another);
        return all;
    }

    /// What both sides say about a line.
    private record Talk(LineState state, String question, String reply) {
        static Talk of(ReturnLine line) {
            return new Talk(line.state(), line.question(), line.reply());
        }
    }

    static ReturnLine line(ReturnLine line, Answer answer) {
        return with(line, answer, Talk.of(line), line.revision(), line.enteredBy());
    }

    static ReturnLine line(ReturnLine line, LineState state, String question, String reply) {
        return with(line, line.answer(), new Talk(state, question, reply), line.revision(), line.enteredBy());
    }

    static ReturnLine enteredBy(ReturnLine line, int by) {
        return with(line, line.answer(), Talk.of(line), line.revision(), by);
    }

    static ReturnLine restated(ReturnLine line, Answer answer, int by) {
        return with(line, answer, Talk.of(line), line.revision() + 1, by);
    }

    private static ReturnLine with(
            ReturnLine line, Answer answer, Talk talk, int revision, @Nullable Integer enteredBy) {
        return new ReturnLine(
                line.kpi(),
                line.definitionVersion(),
                line.period(),
                answer,
                talk.state(),
                talk.question(),
                talk.reply(),
                revision,
                enteredBy,
                line.version());
    }
}
