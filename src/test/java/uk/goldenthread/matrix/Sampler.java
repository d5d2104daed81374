package uk.goldenthread.matrix;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.support.Given;

/// Makes real records for the matrix: each module's tests contribute one as a component.
public interface Sampler {
    /// Makes records of the ICB, and of the provider within it.
    List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider);

    /// A record, and the addresses it stands in.
    ///
    /// @param prefix the addresses it fills: every pattern that starts so, the longest prefix winning
    /// @param variables what stands in the address
    /// @param ofProvider whether it is the provider's, so that no other provider of the ICB may see it
    /// @param secret what only the record shows, where a public code alone opens the page; else null
    record Sample(
            String prefix,
            Map<String, String> variables,
            boolean ofProvider,
            @Nullable String secret) {
        public Sample(String prefix, Map<String, String> variables, boolean ofProvider) {
            this(prefix, variables, ofProvider, null);
        }
    }
}
