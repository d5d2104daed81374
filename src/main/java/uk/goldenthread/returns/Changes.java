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

    /// After figures were entered: a new return is begun, and a figure changed after approval is marked.
    static ReturnHeader entered(ReturnHeader header, int by, boolean figuresChanged) {
        var state = header.state() instanceof ReturnState.NotStarted ? new ReturnState.InProgress() : header.state();
        var changed = header.changedSinceApproval() || (figuresChanged && header.approvedAt() != null);
        return with(header, state, with(header.enteredBy(), by), header.submittedAt(), header.acceptedAt(), changed);
    }

    static ReturnHeader submitted(ReturnHeader header, ReturnState next, int by, Instant now) {
        var first = header.submittedAt() == null ? now : header.submittedAt();
        return with(
                header, next, with(header.enteredBy(), by), first, header.acceptedAt(), header.changedSinceApproval());
    }

    static ReturnHeader approved(ReturnHeader header, ReturnState next, int by, Instant now) {
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
                next,
                header.enteredBy(),
                header.submittedAt(),
                now,
                by,
                header.acceptedAt(),
                false,
                header.version());
    }

    static ReturnHeader moved(ReturnHeader header, ReturnState next) {
        return with(
                header,
                next,
                header.enteredBy(),
                header.submittedAt(),
                header.acceptedAt(),
                header.changedSinceApproval());
    }

    static ReturnHeader accepted(ReturnHeader header, ReturnState next, Instant now) {
        var at = next instanceof ReturnState.Accepted ? now : header.acceptedAt();
        return with(header, next, header.enteredBy(), header.submittedAt(), at, header.changedSinceApproval());
    }

    private static ReturnHeader with(
            ReturnHeader header,
            ReturnState state,
            Set<Integer> enteredBy,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            boolean changed) {
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
                submittedAt,
                header.approvedAt(),
                header.approvedBy(),
                acceptedAt,
                changed,
                header.version());
    }

    private static Set<Integer> with(Set<Integer> accounts, int another) {
        var all = new HashSet<>(accounts);
        all.add(another);
        return all;
    }

    static ReturnLine line(ReturnLine line, Answer answer) {
        return new ReturnLine(
                line.kpi(),
                line.definitionVersion(),
                line.period(),
                answer,
                line.state(),
                line.question(),
                line.reply(),
                line.revision(),
                line.enteredBy(),
                line.version());
    }

    static ReturnLine line(ReturnLine line, LineState state, String question, String reply) {
        return new ReturnLine(
                line.kpi(),
                line.definitionVersion(),
                line.period(),
                line.answer(),
                state,
                question,
                reply,
                line.revision(),
                line.enteredBy(),
                line.version());
    }

    static ReturnLine enteredBy(ReturnLine line, int by) {
        return new ReturnLine(
                line.kpi(),
                line.definitionVersion(),
                line.period(),
                line.answer(),
                line.state(),
                line.question(),
                line.reply(),
                line.revision(),
                by,
                line.version());
    }

    static ReturnLine restated(ReturnLine line, Answer answer, int by) {
        return new ReturnLine(
                line.kpi(),
                line.definitionVersion(),
                line.period(),
                answer,
                line.state(),
                line.question(),
                line.reply(),
                line.revision() + 1,
                by,
                line.version());
    }
}
