package uk.goldenthread.assessments.model;

import java.util.List;

/// When a question is shown: all, or any, of several tests of other answers.
public record Condition(boolean all, List<Test> tests) {
    /// @throws IllegalArgumentException when there is no test
    public Condition {
        tests = List.copyOf(tests);
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("a condition needs a test");
        }
    }

    /// One test of the answer to another question.
    ///
    /// @param value what it is compared with; empty for [Operator#ANSWERED]
    public record Test(String question, Operator operator, String value) {}

    /// How an answer is tested. A question that is not shown has no answer.
    public enum Operator {
        /// It is answered so.
        IS,
        /// It is answered, and otherwise.
        IS_NOT,
        /// It is answered at all.
        ANSWERED,
        /// It is answered with this or more, on the order of its kind; `NA` never is.
        AT_LEAST
    }
}
