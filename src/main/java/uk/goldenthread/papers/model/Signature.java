package uk.goldenthread.papers.model;

import java.time.LocalDate;

/// One name in the sign-off chain.
///
/// @param account who signed
/// @param name and `role` as the committee reads them
public record Signature(Step step, int account, String name, String role, LocalDate on) {

    /// The chain, in order.
    public enum Step {
        /// A safeguarding professional other than the author.
        PROFESSIONAL("Signed by a colleague"),
        /// The executive sponsor.
        EXECUTIVE("Signed by the executive lead");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
